import { randomBytes } from 'node:crypto';
import { VirtualCabinetBoard } from '../../drivers/virtual/cabinet-board/virtual-cabinet-board.ts';
import { VirtualCardAcceptor } from '../../drivers/virtual/card-acceptor/virtual-card-acceptor.ts';
import { startVirtualCardFacePrinter } from '../../drivers/virtual/card-face-printer/virtual-card-face-printer.ts';
import { VirtualCardIssuer } from '../../drivers/virtual/card-issuer/virtual-card-issuer.ts';
import { VirtualCodeScanner } from '../../drivers/virtual/code-scanner/virtual-code-scanner.ts';
import { VirtualIppPrinter } from '../../drivers/virtual/document-printer/virtual-ipp-printer.ts';
import type { VirtualIdCardReader } from '../../drivers/virtual/id-card-reader/virtual-id-card-reader.ts';
import { VirtualPinPad } from '../../drivers/virtual/pin-pad/virtual-pin-pad.ts';
import { VirtualReceiptPrinter } from '../../drivers/virtual/receipt-printer/virtual-receipt-printer.ts';
import { ensurePcscd } from '../../drivers/virtual/social-card/pcscd.ts';
import { claimSlots } from '../../drivers/virtual/social-card/slot-claim.ts';
import {
  startVirtualCardSlot,
  type VirtualCardSlotProcess,
} from '../../drivers/virtual/social-card/slot-process-controller.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { devicesOf } from './devices-of.ts';
import { IdReaderWindow } from './id-reader-window.ts';

/** Twin of the reference bank's key for virtual pads (central/main.ts); opens nothing real. */
const PIN_KEY = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex');
export const PIN_KEY_NAME = 'PINKEY';

/** In the stack of the card issuer when the kiosk is put into service. */
const BLANKS = 20;

/** A start may wait this long for another start or test that holds the readers. */
const SLOT_PATIENCE_MS = 60_000;

/** `pcsc`: through pcscd where one can be had; `direct`: as on a machine without it. */
export type CardWire = 'pcsc' | 'direct';

export interface Hardware {
  /** The reader that cards are laid on now. */
  readonly idCardReader: VirtualIdCardReader;
  readonly idReaderWindow: IdReaderWindow;
  readonly pinPad: VirtualPinPad;
  readonly printer: VirtualReceiptPrinter;
  readonly socialCards: VirtualCardSlotProcess;
  readonly acceptor: VirtualCardAcceptor;
  readonly issuer: VirtualCardIssuer;
  readonly facePrinter: VirtualIppPrinter;
  readonly documentPrinter: VirtualIppPrinter;
  readonly codeScanner: VirtualCodeScanner;
  readonly cabinet: VirtualCabinetBoard;
  /** `devices.json` of a kiosk that is wired to this hardware. */
  readonly devices: object;
  /** What is not as on a real kiosk, in one sentence each. */
  readonly notes: readonly string[];
  /** Pulls the ID card reader's cable, and puts it back. */
  unplugIdCardReader(): Promise<void>;
  plugInIdCardReader(): Promise<void>;
  stop(): Promise<void>;
}

/** Virtual hardware at the other end of every wire a kiosk has. */
export async function startHardware(cardWire: CardWire = 'pcsc', blanks = BLANKS): Promise<Hardware> {
  const idReaderWindow = await IdReaderWindow.start();
  const pinPad = await VirtualPinPad.start({
    timers: wallTimers,
    entropy: { bytes: (length) => new Uint8Array(randomBytes(length)) },
    key: PIN_KEY,
    keyName: PIN_KEY_NAME,
    format: 'iso4-aes',
  });
  const printer = await VirtualReceiptPrinter.start();
  const [acceptor, issuer, facePrinter, documentPrinter, codeScanner, cabinet] = await Promise.all([
    VirtualCardAcceptor.start(),
    VirtualCardIssuer.start({ blanks }),
    startVirtualCardFacePrinter(),
    VirtualIppPrinter.start(),
    VirtualCodeScanner.start(),
    VirtualCabinetBoard.start(),
  ]);
  const cards = await startCards(cardWire);
  const machines = {
    idReaderWindow,
    pinPad,
    printer,
    socialCards: cards.slot,
    acceptor,
    issuer,
    facePrinter,
    documentPrinter,
    codeScanner,
    cabinet,
  };
  return {
    ...machines,
    get idCardReader() {
      return idReaderWindow.inWindow;
    },
    notes: cards.notes,
    devices: devicesOf(machines, { pinKeyName: PIN_KEY_NAME, blanks }),
    unplugIdCardReader: () => idReaderWindow.unplug('first'),
    plugInIdCardReader: () => idReaderWindow.plugIn('first'),
    async stop() {
      await Promise.all([
        idReaderWindow.close(),
        pinPad.close(),
        printer.close(),
        acceptor.close(),
        issuer.close(),
        facePrinter.close(),
        documentPrinter.close(),
        codeScanner.close(),
        cabinet.close(),
        cards.stop(),
      ]);
    },
  };
}

/** Claims a reader of a real pcscd where one can be had; else the card is on a direct wire, and `notes` say so. */
async function startCards(wire: CardWire) {
  const pcscd = wire === 'pcsc' ? await ensurePcscd() : null;
  const claimed = pcscd?.ok ? await claimSlots(1, SLOT_PATIENCE_MS, wallTimers) : null;
  const slot = claimed?.slots[0];
  const started = await startVirtualCardSlot(
    slot === undefined ? { kind: 'direct' } : { kind: 'vpcd', slot },
  );
  if (!started.ok) throw new Error(started.error.message);
  return {
    slot: started.value,
    notes: slot === undefined ? [`${whyDirect(pcscd)} The virtual card is on a direct wire.`] : [],
    async stop() {
      await started.value.stop();
      claimed?.release();
      if (pcscd?.ok) await pcscd.value.stop();
    },
  };
}

function whyDirect(pcscd: Awaited<ReturnType<typeof ensurePcscd>> | null): string {
  if (pcscd === null) return 'No PC/SC daemon was wanted.';
  if (pcscd.ok) return 'Both virtual PC/SC readers are in use by another start.';
  return `No PC/SC daemon: ${pcscd.error.missing}. Remedy: ${pcscd.error.remedy}.`;
}
