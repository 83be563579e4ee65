import type { Queries } from '../database/tables.ts';

/** The one route that a kiosk which was given up may still ask, for its answer may have been lost. */
export const DECOMMISSIONS = '/v1/decommissions';

/** Its keys are destroyed, or about to be: whoever signs with them now is somebody else. */
export const isGivenUp = async (queries: Queries, kioskId: string): Promise<boolean> =>
  (await queries
    .selectFrom('decommission')
    .select('kiosk_id')
    .where('kiosk_id', '=', kioskId)
    .executeTakeFirst()) !== undefined;
