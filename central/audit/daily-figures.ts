import type { Queries } from '../database/tables.ts';
import { phaseOf } from '../director/phase.ts';

/** Kiosks that write at the same time must not wait for one another at one row: each adds to the part it belongs to. */
const PARTS = 4;

/** Sessions of one kiosk on one day that ended in one way. */
export interface DailyFigure {
  readonly day: string;
  readonly service: string;
  readonly disposition: string;
  readonly sessions: number;
  readonly seconds: number;
}

/**
 * Adds to a kiosk's figures, and to the totals of the region where it stands: what the desk asks about the whole fleet
 * is read from these, which are as many for ten kiosks as for ten thousand. Both in the caller's commit.
 */
export async function addFigures(
  q: Queries,
  kioskId: string,
  figures: readonly DailyFigure[],
): Promise<void> {
  if (figures.length === 0) return;
  const kiosk = await q
    .selectFrom('kiosk')
    .select('region')
    .where('kiosk_id', '=', kioskId)
    .executeTakeFirst();
  const region = kiosk?.region ?? '';
  const part = Math.floor(phaseOf(kioskId) * PARTS);
  for (const figure of figures) {
    const { sessions, seconds } = figure;
    await q
      .insertInto('daily_figure')
      .values({ ...figure, kiosk_id: kioskId })
      .onConflict((conflict) =>
        conflict.columns(['kiosk_id', 'day', 'service', 'disposition']).doUpdateSet((eb) => ({
          sessions: eb('daily_figure.sessions', '+', sessions),
          seconds: eb('daily_figure.seconds', '+', seconds),
        })),
      )
      .execute();
    await q
      .insertInto('figure_total')
      .values({ ...figure, region, part })
      .onConflict((conflict) =>
        conflict.columns(['day', 'region', 'service', 'disposition', 'part']).doUpdateSet((eb) => ({
          sessions: eb('figure_total.sessions', '+', sessions),
          seconds: eb('figure_total.seconds', '+', seconds),
        })),
      )
      .execute();
  }
}
