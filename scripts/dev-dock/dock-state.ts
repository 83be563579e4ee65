import { PAD_FAULTS } from '../../drivers/virtual/pin-pad/pad-faults.ts';
import { PRINTER_FAULTS } from '../../drivers/virtual/receipt-printer/printer-faults.ts';
import { CRASH_POINTS } from '../../main/core/crash-points.ts';
import type { FictitiousCard, FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import type { World } from '../world/world.ts';
import { deskCatalogue, deskState } from './desk-state.ts';
import {
  CARD_KINDS,
  CENTRAL_FAULTS,
  CENTRAL_ROUTES,
  type DockCamera,
  ID_READER_FAULTS,
  PAD_KEYS,
} from './dock-requests.ts';
import { hardwareCatalogue, hardwareState } from './hardware-state.ts';
import { technicianCatalogue, technicianState } from './technician-state.ts';

/** What the hand at the dock holds, beyond what the hardware knows itself. */
export interface DockHand {
  residentId: string;
  laidResidentId: string | null;
  insertedCard: string | null;
  camera: DockCamera;
  /** Labels of the cards residents took from a gate, newest last. */
  fromGates: readonly string[];
}

const cardLine = (card: FictitiousCard) => ({
  applications: card.applications,
  specVersion: card.specVersion,
  socialSecurity: card.socialSecurity,
  financial: card.financial,
  initialPin: card.initialPin,
  ownerId: card.ownerId,
});

const residentLine = (resident: FictitiousResident) => ({
  id: resident.id,
  shows: resident.shows,
  name: resident.document.name,
  number: resident.document.number,
  documentKind: resident.document.kind,
  birthDate: resident.document.birthDate,
  mobile: resident.mobile,
  portrait: resident.portrait,
  card: resident.card === null ? null : cardLine(resident.card),
});

/** What does not change while the world lives: people, faults, crash points, and how this differs from a kiosk. */
export const dockCatalogue = (world: World) => ({
  residents: world.residents.map(residentLine),
  idReaderFaults: ID_READER_FAULTS,
  cardKinds: CARD_KINDS,
  padKeys: PAD_KEYS,
  padFaults: PAD_FAULTS,
  printerFaults: PRINTER_FAULTS,
  crashPoints: CRASH_POINTS,
  centralRoutes: CENTRAL_ROUTES,
  centralFaults: CENTRAL_FAULTS,
  ...hardwareCatalogue,
  ...technicianCatalogue,
  ...deskCatalogue(world),
  notes: world.hardware.notes,
  reader: world.hardware.socialCards.reader,
});
export type DockCatalogue = ReturnType<typeof dockCatalogue>;

/** Text messages shown: the newest few are the ones anybody looks for. */
const MESSAGES_SHOWN = 8;

/** How everything stands now. */
export async function dockState(world: World, hand: DockHand) {
  const { hardware, central, link } = world;
  const slot = await hardware.socialCards.status();
  const { pinPad, printer } = hardware;
  return {
    ...hand,
    kioskUrl: world.kioskUrl(),
    centralUrl: central.url,
    linkUp: link.up,
    idReaderPluggedIn: hardware.idReaderWindow.isPluggedIn('first'),
    socialCard: slot.ok ? slot.value : null,
    pinPad: {
      waitsForKeys: pinPad.entryActive,
      digits: pinPad.count,
      state: pinPad.state,
      faults: pinPad.faults.active,
    },
    printer: {
      stopped: printer.stopped,
      faults: printer.faults,
      receipts: printer.receiptCount,
      uncut: printer.uncutText(),
    },
    ...(await hardwareState(world)),
    ...technicianState(world),
    ...(await deskState(world)),
    messages: (await central.sms()).slice(0, MESSAGES_SHOWN),
    operations: (await central.operations()).length,
  };
}
export type DockState = Awaited<ReturnType<typeof dockState>>;
