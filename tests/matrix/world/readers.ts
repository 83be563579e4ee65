import { CardSlot } from '../../../src/flows/memory/card-slot.ts';
import { aborted } from '../../../src/ports/device-status.ts';
import type { IdCardRead, IdCardReader } from '../../../src/ports/id-card-reader.ts';
import type { PinBlock, PinEntryOptions, PinPad, PinTrouble } from '../../../src/ports/pin-pad.ts';
import type { ReceiptPrinter } from '../../../src/ports/receipt-printer.ts';
import type { SocialCardReader, SocialSecurityCard } from '../../../src/ports/social-card-reader.ts';
import type { PaperReceipt } from '../../../src/receipt/paper-receipt.ts';
import { err, ok, type Result } from '../../../src/result.ts';

const managed = {
  open: async () => ok(undefined),
  probe: async () => ok(undefined),
  close: () => Promise.resolve(),
};

const waits = <Card>(slot: CardSlot<Card>) => ({
  waitForCard: async (signal: AbortSignal) =>
    (await slot.until((card) => card !== null, signal)) ? ok(undefined) : err(aborted),
  waitForRemoval: async (signal: AbortSignal) =>
    (await slot.until((card) => card === null, signal)) ? ok(undefined) : err(aborted),
});

/** ID card reader in memory. */
export function memoryIdCardReader() {
  const slot = new CardSlot<IdCardRead>();
  const reader: IdCardReader = {
    ...managed,
    ...waits(slot),
    read: async () => (slot.card ? ok(slot.card) : err({ kind: 'no-card' })),
    samId: async () => ok('05.03-20190101-0000000123-456789012'),
  };
  return { slot, reader };
}

/** Social security card reader in memory: the card stays in its holder's hand. */
export function memorySocialCardReader() {
  const slot = new CardSlot<SocialSecurityCard>();
  const reader: SocialCardReader = {
    ...managed,
    ...waits(slot),
    read: async () => (slot.card ? ok(slot.card) : err({ kind: 'card-removed' })),
    // Residents' cards alone are put in here.
    authenticateTechnician: async () => err({ kind: 'not-a-social-security-card' }),
  };
  return { slot, reader };
}

/** PIN pad in memory. */
export function memoryPinPad(seal: (pin: string, accountNumber: string) => PinBlock) {
  let entry: { options: PinEntryOptions; end: (result: Result<PinBlock, PinTrouble>) => void } | null = null;
  const pad: PinPad = {
    ...managed,
    enterPin: (options, signal) =>
      new Promise((resolve) => {
        const end = (result: Result<PinBlock, PinTrouble>) => {
          entry = null;
          resolve(result);
        };
        entry = { options, end };
        signal.addEventListener('abort', () => end(err(aborted)), { once: true });
      }),
  };
  return {
    pad,
    /** Somebody types these digits; nothing happens while no PIN is asked for. */
    type(pin: string): void {
      if (!entry) return;
      for (let count = 1; count <= pin.length; count += 1) entry.options.onKey(count);
      entry.end(ok(seal(pin, entry.options.accountNumber)));
    },
  };
}

/** Receipt printer in memory. */
export function memoryReceiptPrinter() {
  const paper: PaperReceipt[] = [];
  const condition = { paper: 'full' as 'full' | 'out', cover: 'closed' as 'closed' | 'open' };
  const printer: ReceiptPrinter = {
    ...managed,
    status: async () => ok({ ...condition, cutter: 'ok', online: true }),
    print: async (receipt) => {
      if (condition.cover === 'open') return err({ kind: 'cover-open' });
      if (condition.paper === 'out') return err({ kind: 'paper-out' });
      paper.push(receipt);
      return ok(undefined);
    },
  };
  return { paper, condition, printer };
}
