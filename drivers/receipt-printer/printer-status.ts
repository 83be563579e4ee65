import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { PrintTrouble, ReceiptPrinterStatus } from '../../src/ports/receipt-printer.ts';
import { err, ok, type Result } from '../../src/result.ts';

/** `DLE EOT n` (protocols.md 3.2): printer, offline cause, error cause, paper roll. */
export const STATUS_KINDS = [1, 2, 3, 4] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];
/** The four answers, in that order. */
export type StatusBytes = readonly [number, number, number, number];

export const statusRequest = (kind: StatusKind): Uint8Array => Uint8Array.of(0x10, 0x04, kind);

/** b0 = 0, b1 = 1, b4 = 1, b7 = 0 in every answer. */
export const isStatusByte = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010;

/** Answers to `GS r 1` have b4 = 0 and b7 = 0, so the two can't be mistaken for each other. */
export const isThroughByte = (byte: number): boolean => (byte & 0b1001_0000) === 0;

const bit = (byte: number, index: number): boolean => (byte & (1 << index)) !== 0;

/** What four status bytes mean, with what the port's status has no word for. */
export interface PrinterCondition {
  readonly status: ReceiptPrinterStatus;
  /** Needs a technician or the mains switch. */
  readonly unrecoverable: boolean;
  /** Hot print head: it goes on by itself. */
  readonly pausing: boolean;
}

/** Reads the four bytes; `bad-status` where the fixed bits are wrong. */
export function readCondition(bytes: StatusBytes): Result<PrinterCondition, DeviceTrouble> {
  const wrong = bytes.findIndex((byte) => !isStatusByte(byte));
  if (wrong >= 0)
    return err(deviceTrouble('bad-status', `the answer to DLE EOT ${wrong + 1} is no status byte`));
  const [printer, offline, error, roll] = bytes;
  const paperOut = bit(roll, 5) || bit(roll, 6) || bit(offline, 5);
  const paperLow = bit(roll, 2) || bit(roll, 3);
  return ok({
    status: {
      paper: paperOut ? 'out' : paperLow ? 'low' : 'full',
      cover: bit(offline, 2) ? 'open' : 'closed',
      cutter: bit(error, 3) ? 'error' : 'ok',
      online: !bit(printer, 3),
    },
    unrecoverable: bit(error, 5),
    pausing: bit(error, 6),
  });
}

/** What keeps a printer in this condition from printing; null where nothing does. Low paper does not. */
export function printTroubleOf(condition: PrinterCondition): PrintTrouble | null {
  const { status } = condition;
  if (status.cover === 'open') return { kind: 'cover-open' };
  if (status.paper === 'out') return { kind: 'paper-out' };
  if (status.cutter === 'error') return { kind: 'cutter-error' };
  if (condition.unrecoverable) {
    return deviceTrouble('unrecoverable-error', 'the printer reports an error it cannot leave by itself');
  }
  if (!status.online && !condition.pausing) {
    return deviceTrouble('printer-offline', 'the printer is offline and gives no cause');
  }
  return null;
}
