import type { CRT } from '../../card-transport/crt-command.ts';

export type CrtCommandName = keyof typeof CRT;

/** What the line or the controller does wrong with one command. */
export const CRT_WIRE_FAULTS = [
  /** Hears nothing, does nothing. */
  'mute',
  /** Takes the command and does it; the answer never comes. */
  'answer-lost',
  /** Does it; the answer comes after every deadline, and until then the machine hears nothing. */
  'late',
  /** Does it, and sends nonsense instead of an answer. */
  'nonsense',
  /** Does it, and sends nonsense that does not end. */
  'endless-nonsense',
  /** Nonsense with pieces of frames in it, then the answer. */
  'noise-before',
  'bad-bcc',
  /** The first half of the answer, then nothing. */
  'cut-frame',
  /** The answer one byte at a time. */
  'split-frame',
  /** The answer twice in one chunk. */
  'merged-frames',
  /** Refuses the frame, and does nothing. */
  'nak',
  /** Does it; the link ends instead of an answer. */
  'link-dropped',
  /** The machine lost its power for a moment before this command: it wants to be initialised. */
  'not-reset',
] as const;
export type CrtWireFault = (typeof CRT_WIRE_FAULTS)[number];

/** What goes wrong with a card on its way or with its chip; strikes once per arming. */
export const CRT_CARD_FAULTS = [
  /** The next move stops half-way. */
  'jam',
  /** A sensor does not see the card arrive: the machine stops half-way. */
  'sensor-fault',
  /** A hand pulls the card out while it moves. */
  'pulled-while-moving',
  /** No answer to reset. */
  'chip-dead',
  /** From a certain APDU on (3, or as `failChipAt` says) the chip is silent. */
  'chip-fails',
] as const;
export type CrtCardFault = (typeof CRT_CARD_FAULTS)[number];

/** Conditions of the machine: they stay until they are mended. */
export const ISSUER_CONDITIONS = ['stack-empty', 'stack-low', 'bin-full'] as const;
export const ACCEPTOR_CONDITIONS = ['bin-full', 'entry-obstructed'] as const;
export type CrtCondition = (typeof ISSUER_CONDITIONS)[number] | (typeof ACCEPTOR_CONDITIONS)[number];

export type CrtFault = CrtWireFault | CrtCardFault | CrtCondition;
export type CardIssuerFault = CrtWireFault | CrtCardFault | (typeof ISSUER_CONDITIONS)[number];
export type CardAcceptorFault = CrtWireFault | CrtCardFault | (typeof ACCEPTOR_CONDITIONS)[number];

export const CARD_ISSUER_FAULTS: readonly CardIssuerFault[] = [
  ...CRT_WIRE_FAULTS,
  ...CRT_CARD_FAULTS,
  ...ISSUER_CONDITIONS,
];
export const CARD_ACCEPTOR_FAULTS: readonly CardAcceptorFault[] = [
  ...CRT_WIRE_FAULTS,
  ...CRT_CARD_FAULTS,
  ...ACCEPTOR_CONDITIONS,
];

interface Armed {
  readonly kind: CrtFault;
  readonly on: CrtCommandName | null;
  left: number;
}

/** Faults waiting to happen, in the order they were armed. */
export class CrtFaultQueue {
  #armed: Armed[] = [];

  /** @param on the command it strikes; any command by default */
  arm(kind: CrtFault, times: number | 'always', on: CrtCommandName | null): void {
    this.#armed.push({ kind, on, left: times === 'always' ? Number.POSITIVE_INFINITY : times });
  }

  /** One kind, or everything, is mended. */
  mend(kind?: CrtFault): void {
    this.#armed = kind === undefined ? [] : this.#armed.filter((armed) => armed.kind !== kind);
  }

  has(kind: CrtFault): boolean {
    return this.#armed.some((armed) => armed.kind === kind);
  }

  get kinds(): readonly CrtFault[] {
    return this.#armed.map(({ kind }) => kind);
  }

  /** The first of these faults that strikes this command, used up by one. */
  take<K extends CrtFault>(kinds: readonly K[], name: CrtCommandName): K | null {
    for (const armed of this.#armed) {
      const kind = kinds.find((one) => one === armed.kind);
      if (kind === undefined || (armed.on !== null && armed.on !== name)) continue;
      armed.left -= 1;
      if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed);
      return kind;
    }
    return null;
  }
}
