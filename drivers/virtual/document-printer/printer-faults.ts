/** What can be wrong with the virtual printer. The dev dock lists these; each stays until it is mended. */
export const IPP_PRINTER_FAULTS = [
  'paper-low',
  'paper-out',
  /** The tray runs empty under the next document, which stays in the queue. */
  'paper-out-mid-print',
  'toner-low',
  'toner-out',
  'cover-open',
  'jammed',
  /** Stopped at its panel or in the queue; no sensor says why. */
  'paused',
  /** The next document jams; nobody knows before. */
  'jam-mid-print',
  /** The next document is taken and given up, as when its data is broken. */
  'job-aborted',
  /** Takes documents and is still at them when everybody has gone. */
  'late',
  /** Takes everything, answers nothing. */
  'mute',
  /** Takes documents, but its word that it has them never arrives. */
  'mute-after-submit',
  'refuses-connection',
  /** Answers with bytes that are no IPP. */
  'nonsense-answer',
] as const;

export type IppPrinterFault = (typeof IPP_PRINTER_FAULTS)[number];

/** Words of `printer-state-reasons` (RFC 8011 §5.4.12) for what its sensors feel. */
const REASONS: Partial<Record<IppPrinterFault, string>> = {
  'paper-low': 'media-low-warning',
  'paper-out': 'media-empty-error',
  'toner-low': 'toner-low-warning',
  'toner-out': 'toner-empty-error',
  'cover-open': 'cover-open-error',
  jammed: 'media-jam-error',
  paused: 'paused',
};

/** What the printer says of itself; `none` in order. */
export function stateReasons(faults: ReadonlySet<IppPrinterFault>): readonly string[] {
  const reasons = [...faults].map((fault) => REASONS[fault]).filter((reason) => reason !== undefined);
  return reasons.length > 0 ? reasons : ['none'];
}

/** Whether nothing moves until somebody comes. */
export const isStopped = (faults: ReadonlySet<IppPrinterFault>): boolean =>
  faults.has('paused') || stateReasons(faults).some((reason) => reason.endsWith('-error'));
