import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { DocumentPrinterStatus, DocumentPrintTrouble } from '../../src/ports/document-printer.ts';
import { IPP_GROUP, type IppMessage, valuesOf } from './ipp-message.ts';

/** `printer-state` (RFC 8011 §5.4.11). */
const IDLE = 3;
const STOPPED = 5;

/** What a printer says of itself, with what the port's status has no word for. */
export interface PrinterCondition {
  readonly status: DocumentPrinterStatus;
  readonly stopped: boolean;
  readonly accepting: boolean;
  readonly takesPdf: boolean;
  /** A CUPS queue keeps the files of finished jobs unless they are purged. */
  readonly cups: boolean;
  /** For the technician; keywords only. */
  readonly reasons: readonly string[];
}

/** `media-empty` of one tray among several is a warning: there is still paper. */
const PAPER_OUT = ['media-empty', 'media-needed', 'input-tray-missing'];
const TONER_OUT = ['toner-empty', 'marker-supply-empty'];
const COVER_OPEN = ['cover-open', 'door-open', 'interlock-open'];

/** Reads Get-Printer-Attributes: `printer-state-reasons` are RFC 8011 §5.4.12, each with a severity behind it. */
export function readCondition(message: IppMessage): PrinterCondition {
  const values = (name: string) => valuesOf(message, IPP_GROUP.printer, name);
  const state = values('printer-state')[0];
  const stopped = state === STOPPED;
  const cups = values('cups-version').length > 0;
  const told = values('printer-state-reasons').filter((value) => typeof value === 'string');
  // CUPS feels a printer's sensors only while it prints; an idle queue tells what the last job met.
  const reasons = cups && state === IDLE ? [] : told;
  const bare = reasons.map((reason) => reason.replace(/-(error|warning|report)$/, ''));
  const severe = bare.filter((_, index) => stopped || !/-(warning|report)$/.test(reasons[index] ?? ''));
  const among = (list: readonly string[], words: readonly string[]) =>
    words.some((word) => list.includes(word));
  const formats = values('document-format-supported');
  return {
    status: {
      paper: among(severe, PAPER_OUT) ? 'out' : among(bare, [...PAPER_OUT, 'media-low']) ? 'low' : 'full',
      toner: among(severe, TONER_OUT)
        ? 'out'
        : among(bare, [...TONER_OUT, 'toner-low', 'marker-supply-low'])
          ? 'low'
          : 'full',
      cover: among(severe, COVER_OPEN) ? 'open' : 'closed',
      jammed: among(severe, ['media-jam']),
    },
    stopped,
    accepting: values('printer-is-accepting-jobs')[0] !== false,
    takesPdf: formats.length === 0 || formats.some((format) => isPdf(format)),
    cups,
    reasons,
  };
}

const isPdf = (format: unknown): boolean =>
  format === 'application/pdf' || format === 'application/octet-stream';

/** What keeps a printer in this condition from printing; null where nothing does. Low paper and toner do not. */
export function printTroubleOf(condition: PrinterCondition): DocumentPrintTrouble | null {
  const { status } = condition;
  if (status.cover === 'open') return { kind: 'cover-open' };
  if (status.jammed) return { kind: 'jammed' };
  if (status.paper === 'out') return { kind: 'paper-out' };
  return lastingTrouble(condition);
}

/** Stopped without a sensor that says why, or closed: no status has a word for it. */
export function deviceTroubleOf(condition: PrinterCondition): DeviceTrouble | null {
  const trouble = printTroubleOf(condition);
  return trouble?.kind === 'device' && trouble.code !== TONER_OUT_CODE ? trouble : null;
}

const TONER_OUT_CODE = 'toner-out';

/** Trouble of the device itself, for which the port has no kind of its own. */
function lastingTrouble({ status, stopped, accepting, reasons }: PrinterCondition): DeviceTrouble | null {
  if (status.toner === 'out') return deviceTrouble(TONER_OUT_CODE, 'the printer has no toner left');
  if (stopped) return deviceTrouble('printer-stopped', `the printer has stopped: ${reasons.join(', ')}`);
  if (!accepting) return deviceTrouble('queue-closed', 'the queue takes no jobs');
  return null;
}
