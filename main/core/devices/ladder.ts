/** What is done next for a device that does not work. */
export type LadderAct = 'retry' | 'reconnect' | 'soft-reset' | 'ask-core-restart' | 'out-of-service-retry';

export interface Rung {
  readonly act: LadderAct;
  /** Milliseconds to wait before it. */
  readonly afterMs: number;
}

const MINUTE_MS = 60_000;

/**
 * The recovery ladder, the same for every device (architecture.md "Devices"). The first rungs follow each other
 * quickly, so that a cable pulled and put back heals within seconds; soft resets are 30 s apart.
 */
const CLIMB: readonly Rung[] = [
  { act: 'retry', afterMs: 250 },
  { act: 'reconnect', afterMs: 1_000 },
  { act: 'reconnect', afterMs: 2_000 },
  { act: 'reconnect', afterMs: 5_000 },
  { act: 'reconnect', afterMs: 5_000 },
  { act: 'reconnect', afterMs: 5_000 },
  { act: 'soft-reset', afterMs: 5_000 },
  { act: 'soft-reset', afterMs: 30_000 },
  { act: 'soft-reset', afterMs: 30_000 },
  { act: 'ask-core-restart', afterMs: 30_000 },
];

/** Out of service: tried again for ever, at a low rate. */
const LOW_RATE_MINUTES = [1, 5, 15, 30, 60] as const;

/** The rung after `failures` failed tries (0: trouble was just seen). Never ends. */
export function rungAfter(failures: number): Rung {
  const rung = CLIMB[failures];
  if (rung) return rung;
  const turn = Math.min(failures - CLIMB.length, LOW_RATE_MINUTES.length - 1);
  return { act: 'out-of-service-retry', afterMs: (LOW_RATE_MINUTES[turn] ?? 60) * MINUTE_MS };
}

/** From here on services that need the device are closed on their tiles. */
export const isOutOfService = (failures: number): boolean => failures >= CLIMB.length;
