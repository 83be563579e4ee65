import type { Queries } from '../database/tables.ts';

/** The one route that a kiosk which was given up may still ask, for its answer may have been lost. */
export const DECOMMISSIONS = '/v1/decommissions';

/** What a kiosk's key is worth. Given up: its keys are destroyed, or about to be. Revoked: somebody else may have it. */
export type KeyStanding = 'good' | 'given-up' | 'revoked';

/** Of an enrolled kiosk; one that is not known has no good key either. */
export async function keyStandingOf(queries: Queries, kioskId: string): Promise<KeyStanding> {
  const kiosk = await queries
    .selectFrom('kiosk')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .select(['kiosk.revoked_at', 'decommission.at'])
    .where('kiosk.kiosk_id', '=', kioskId)
    .executeTakeFirst();
  if (kiosk === undefined || kiosk.revoked_at !== null) return 'revoked';
  return kiosk.at === null ? 'good' : 'given-up';
}
