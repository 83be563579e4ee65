import type { Selectable } from 'kysely';
import { z } from 'zod';
import { DOCUMENT_KINDS } from '../../src/contracts/configuration/document.ts';
import { type RolloutPlan, rolloutPlan } from '../../src/contracts/console/rollout-plan.ts';
import type { RolloutDocument } from '../../src/rollout/meant-for.ts';
import type { Standing } from '../../src/rollout/rollout-machine.ts';
import type { Queries, Tables } from '../database/tables.ts';

export type RolloutRow = Selectable<Tables['rollout']>;

const words = z.array(z.string()).nullable();
/** `rollout.documents`: fixed when it is made, so that nobody has to look into the release again. */
const documentsColumn = z.array(
  z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    line: z.string(),
    version: z.number().int(),
    sha256: z.string(),
    regions: words,
    models: words,
  }),
);

export const documentsOf = (row: Pick<RolloutRow, 'documents'>): RolloutDocument[] =>
  documentsColumn.parse(JSON.parse(row.documents));

export const planOf = (row: Pick<RolloutRow, 'plan'>): RolloutPlan => rolloutPlan.parse(JSON.parse(row.plan));

/** What the machine of rollouts goes by. */
export const standingOf = (row: RolloutRow): Standing => ({
  state: row.state,
  wave: row.wave,
  waves: planOf(row).waves.length,
  started: row.started_at !== null,
  opened: row.wave_opened_at !== null,
});

/** One rollout as it is now. */
export const rolloutRow = (q: Queries, rolloutId: string): Promise<RolloutRow | undefined> =>
  q.selectFrom('rollout').selectAll().where('rollout_id', '=', rolloutId).executeTakeFirst();
