import { pinBlock } from '../../../central/bench-operations.ts';
import type { DriverFactories } from '../../../main/core/devices/device-manager.ts';
import { type DevicesConfig, SERVICE_DEVICE_CLASSES } from '../../../main/core/devices/devices-config.ts';
import { MemoryCardAcceptor, MemoryCardIssuer } from '../../../src/flows/memory/card-machines.ts';
import {
  MemoryCardFacePrinter,
  MemoryCodeScanner,
  MemoryDocumentPrinter,
} from '../../../src/flows/memory/printers-and-scanner.ts';
import type { DeviceClass } from '../../../src/flows/tiles.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { blankInMemory } from './blank-chip.ts';
import { FaultSwitch } from './fault-switch.ts';
import { memoryIdCardReader, memoryPinPad, memoryReceiptPrinter, memorySocialCardReader } from './readers.ts';

/** In the stack when the kiosk is put into service. */
export const BLANKS = 400;

/** Every device that residents are served with, in memory, each behind a switch for its faults. */
export function machinesInMemory(time: Pick<Timers, 'sleep'>) {
  const idCards = memoryIdCardReader();
  const socialCards = memorySocialCardReader();
  const pinPad = memoryPinPad((pin, accountNumber) => pinBlock(pin, accountNumber));
  const receipts = memoryReceiptPrinter();
  const issuer = new MemoryCardIssuer(Array.from({ length: BLANKS }, (_, at) => blankInMemory(at + 1)));
  const acceptor = new MemoryCardAcceptor();
  const faces = new MemoryCardFacePrinter();
  const documents = new MemoryDocumentPrinter();
  const scanner = new MemoryCodeScanner();
  const switches = Object.fromEntries(
    SERVICE_DEVICE_CLASSES.map((one) => [one, new FaultSwitch(time)]),
  ) as Record<DeviceClass, FaultSwitch>;
  const drivers: DriverFactories = {
    'id-card-reader': { memory: () => switches['id-card-reader'].over(idCards.reader) },
    'social-card-reader': { memory: () => switches['social-card-reader'].over(socialCards.reader) },
    'pin-pad': { memory: () => switches['pin-pad'].over(pinPad.pad) },
    'receipt-printer': { memory: () => switches['receipt-printer'].over(receipts.printer) },
    'card-acceptor': { memory: () => switches['card-acceptor'].over(acceptor) },
    'card-issuer': { memory: () => switches['card-issuer'].over(issuer) },
    'card-face-printer': { memory: () => switches['card-face-printer'].over(faces) },
    'document-printer': { memory: () => switches['document-printer'].over(documents) },
    'code-scanner': { memory: () => switches['code-scanner'].over(scanner) },
  };
  const config: DevicesConfig = {
    devices: SERVICE_DEVICE_CLASSES.map((one) => ({
      id: one,
      class: one,
      driver: 'memory',
      transport: 'memory:',
      options: one === 'card-issuer' ? { commissionedStock: BLANKS } : {},
    })),
  };
  return {
    idCards,
    socialCards,
    pinPad,
    receipts,
    issuer,
    acceptor,
    faces,
    documents,
    scanner,
    /** How often a resident's card was sent to the gate, whatever became of it. */
    offeredBack: () => switches['card-acceptor'].count('giveBack'),
    switches,
    drivers,
    config,
  };
}
export type Machines = ReturnType<typeof machinesInMemory>;
