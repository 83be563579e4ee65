/** What can be wrong with the virtual printer. The dev dock lists these; each stays until it is mended. */
export const PRINTER_FAULTS = [
  'paper-low',
  'paper-out',
  /** The roll ends some lines into the next receipt; the rest stays in the buffer. */
  'paper-out-mid-print',
  'cover-open',
  /** The knife sticks at the next cut; nobody knows before. */
  'cutter-jam',
  /** Offline without a cause, as when the panel's button was pressed. */
  'offline',
  'unrecoverable-error',
  /** Takes everything, answers nothing. */
  'mute',
  /** Answers `DLE EOT` with bytes whose fixed bits are wrong. */
  'nonsense-status',
  /** The cable is pulled some lines into the next receipt. */
  'disconnect-mid-print',
] as const;

export type PrinterFault = (typeof PRINTER_FAULTS)[number];

/** Mechanical facts that follow from the faults and from what happened since. */
export interface PrinterMechanics {
  readonly paperOut: boolean;
  readonly cutterStuck: boolean;
}

/** The answer to `DLE EOT n`, with the fixed bits of protocols.md 3.2. */
export function statusByte(
  which: number,
  faults: ReadonlySet<PrinterFault>,
  mechanics: PrinterMechanics,
): number {
  const { paperOut, cutterStuck } = mechanics;
  const stopped =
    paperOut ||
    cutterStuck ||
    faults.has('cover-open') ||
    faults.has('offline') ||
    faults.has('unrecoverable-error');
  const bits = (...set: readonly [boolean, number][]): number =>
    set.reduce((byte, [on, mask]) => (on ? byte | mask : byte), 0x12);
  if (faults.has('nonsense-status')) return 0xff;
  switch (which) {
    case 1:
      return bits([stopped, 0x08]);
    case 2:
      return bits(
        [faults.has('cover-open'), 0x04],
        [paperOut, 0x20],
        [cutterStuck || faults.has('unrecoverable-error'), 0x40],
      );
    case 3:
      return bits([cutterStuck, 0x08], [faults.has('unrecoverable-error'), 0x20]);
    default:
      return bits([faults.has('paper-low') || paperOut, 0x0c], [paperOut, 0x60]);
  }
}
