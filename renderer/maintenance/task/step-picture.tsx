import { InsertSocialCard, PlaceIdCard } from '../../illustrations/devices.tsx';
import { AcceptorSlot } from '../../illustrations/gates.tsx';
import { ShowCodeScene } from '../../illustrations/service-scenes.tsx';
import { SealedBag, TakeBin } from '../../illustrations/technician-bins.tsx';
import {
  CloseCabinet,
  LookInside,
  MachineWorks,
  OpenCabinet,
  Restart,
} from '../../illustrations/technician-cabinet.tsx';
import { CountPack, EmptyStack, FillStack, PackLabel } from '../../illustrations/technician-cards.tsx';
import {
  DeviceCable,
  NetworkPlug,
  SpeakerSounds,
  Stick,
  TestDevice,
  TouchGrid,
} from '../../illustrations/technician-devices.tsx';
import { PaperRoll, PrinterCover, TestPrint } from '../../illustrations/technician-printer.tsx';
import {
  EndOfKeys,
  EnrolmentCode,
  ServiceTile,
  TwoClocks,
  Unlock,
  WhatIsLeft,
} from '../../illustrations/technician-system.tsx';
import { Lamps, LowReach, PressKeys } from '../../illustrations/technician-tests.tsx';
import type { TechnicianPicture } from '../../texts/task-words.ts';

/** One drawing by its name. */
export function StepPicture({ name, label }: { name: TechnicianPicture; label: string }) {
  switch (name) {
    case 'open-cabinet':
      return <OpenCabinet label={label} />;
    case 'close-cabinet':
      return <CloseCabinet label={label} />;
    case 'look-inside':
      return <LookInside label={label} />;
    case 'machine-works':
      return <MachineWorks label={label} />;
    case 'restart':
      return <Restart label={label} />;
    case 'pack-label':
      return <PackLabel label={label} />;
    case 'count-first':
      return <CountPack label={label} second={false} />;
    case 'count-second':
      return <CountPack label={label} second />;
    case 'fill-stack':
      return <FillStack label={label} />;
    case 'empty-stack':
      return <EmptyStack label={label} />;
    case 'retain-bin':
      return <TakeBin label={label} bin="retain" />;
    case 'reject-bin':
      return <TakeBin label={label} bin="reject" />;
    case 'sealed-bag':
      return <SealedBag label={label} closing={false} />;
    case 'seal-bag':
      return <SealedBag label={label} closing />;
    case 'open-cover':
      return <PrinterCover label={label} close={false} />;
    case 'close-cover':
      return <PrinterCover label={label} close />;
    case 'paper-roll':
      return <PaperRoll label={label} />;
    case 'test-print':
      return <TestPrint label={label} />;
    case 'cable-out':
      return <DeviceCable label={label} out />;
    case 'cable-in':
      return <DeviceCable label={label} out={false} />;
    case 'stick-in':
      return <Stick label={label} out={false} />;
    case 'stick-out':
      return <Stick label={label} out />;
    case 'touch-grid':
      return <TouchGrid label={label} />;
    case 'network-plug':
      return <NetworkPlug label={label} />;
    case 'test-device':
      return <TestDevice label={label} />;
    case 'speaker':
      return <SpeakerSounds label={label} />;
    case 'two-clocks':
      return <TwoClocks label={label} />;
    case 'enrolment-code':
      return <EnrolmentCode label={label} />;
    case 'end-of-keys':
      return <EndOfKeys label={label} />;
    case 'service-tile':
      return <ServiceTile label={label} />;
    case 'unlock':
      return <Unlock label={label} />;
    case 'lay-id-card':
      return <PlaceIdCard label={label} reading={false} />;
    case 'insert-card':
      return <InsertSocialCard label={label} turned={false} reading={false} />;
    case 'card-into-acceptor':
      return <AcceptorSlot label={label} turned={false} reading={false} />;
    case 'code-to-scanner':
      return <ShowCodeScene label={label} />;
    case 'press-keys':
      return <PressKeys label={label} />;
    case 'lamps':
      return <Lamps label={label} />;
    case 'low-reach':
      return <LowReach label={label} />;
    case 'what-is-left':
      return <WhatIsLeft label={label} />;
  }
}
