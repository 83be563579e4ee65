/** Why the machine's clock stays as it is. */
export const CLOCK_TROUBLES = [
  /** No command is configured that may set it. */
  'no-command',
  'command-failed',
  'centre-not-reached',
  /** Power failed while it was set: compare again. */
  'not-known',
] as const;
export type ClockTrouble = (typeof CLOCK_TROUBLES)[number];

export type ClockCompared = {
  /** Milliseconds since the epoch. */
  readonly kiosk: number;
  /** The centre's time less this kiosk's, milliseconds, as measured just now; null where it is not reached. */
  readonly offsetMs: number | null;
};

/** The machine's wall clock. Durations and deadlines are not of it, so setting it hurries nobody. */
export interface MachineClock {
  compare(signal: AbortSignal): Promise<ClockCompared>;
  /** `null`: to the centre's time, measured anew. `byMs` is how far it was moved. */
  set(
    to: number | null,
    technician: string,
    signal: AbortSignal,
  ): Promise<{ readonly byMs: number } | { readonly why: ClockTrouble }>;
}
