import type { KioskPresence } from '../contracts/console/fleet.ts';

/** Three heartbeats of 30 s: one may be lost, and one late. */
export const LATE_AFTER_SECONDS = 90;
/** Longer than any restart of a kiosk, its recovery ladder included. */
export const SILENT_AFTER_SECONDS = 600;

export interface KioskStanding {
  readonly revoked: boolean;
  readonly givenUp: boolean;
  /** Milliseconds since the epoch, by the centre's clock; null: never. */
  readonly heardAt: number | null;
  readonly inMaintenance: boolean;
}

/** Whether anybody is served there, as far as the centre knows. */
export function presenceOf(standing: KioskStanding, now: number): KioskPresence {
  if (standing.revoked) return 'revoked';
  if (standing.givenUp) return 'given-up';
  if (standing.heardAt === null) return 'silent';
  const seconds = (now - standing.heardAt) / 1000;
  if (seconds > SILENT_AFTER_SECONDS) return 'silent';
  if (seconds > LATE_AFTER_SECONDS) return 'late';
  return standing.inMaintenance ? 'in-maintenance' : 'up';
}
