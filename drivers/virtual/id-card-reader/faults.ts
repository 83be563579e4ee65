import type { SamCommandName } from '../../id-card/command.ts';

/** What a line or a module does wrong, and every status of the table that is trouble (protocols 2.3). */
export const WIRE_FAULTS = [
  /** No answer at all. */
  'mute',
  /** The right answer, after the driver's deadline. */
  'late',
  'bad-checksum',
  /** The first half of the answer, then nothing. */
  'cut-frame',
  /** The answer twice in one chunk. */
  'merged-frames',
  /** The answer one byte at a time. */
  'split-frame',
  /** Nonsense with pieces of preambles in it, then the answer. */
  'garbage-before',
  /** Nonsense that does not end. */
  'endless-garbage',
  /** The length field says five bytes more than come. */
  'wrong-length',
  /** A sound frame whose blocks do not add up to what it says. */
  'wrong-block-length',
  /** The link ends instead of an answer. */
  'connection-dropped',
  /** The resident lifts the card while the module works. */
  'card-lifted',
] as const;

export const STATUS_FAULTS = [
  'sw3-10',
  'sw3-11',
  'sw3-21',
  'sw3-24',
  'sw3-31',
  'sw3-32',
  'sw3-33',
  'sw3-40',
  'sw3-41',
  'sw3-47',
  'sw3-60',
  'sw3-66',
  'sw3-80',
  'sw3-81',
  'sw3-91',
] as const;

export type StatusFault = (typeof STATUS_FAULTS)[number];
export type IdCardReaderFault = (typeof WIRE_FAULTS)[number] | StatusFault;

/** The SW3 byte of a status fault; null for a fault of the wire. */
export const faultStatus = (fault: IdCardReaderFault): number | null =>
  fault.startsWith('sw3-') ? Number.parseInt(fault.slice(4), 16) : null;

interface Armed {
  readonly kind: IdCardReaderFault;
  readonly on: SamCommandName | null;
  left: number;
}

/** Faults waiting to happen, in the order they were armed. */
export class FaultQueue {
  #armed: Armed[] = [];

  /** @param on the command it strikes; any command by default */
  arm(kind: IdCardReaderFault, times: number | 'always', on: SamCommandName | null): void {
    this.#armed.push({ kind, on, left: times === 'always' ? Number.POSITIVE_INFINITY : times });
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault that strikes this command, used up by one. */
  take(name: SamCommandName): IdCardReaderFault | null {
    const armed = this.#armed.find(({ on }) => on === null || on === name);
    if (!armed) return null;
    armed.left -= 1;
    if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed);
    return armed.kind;
  }
}
