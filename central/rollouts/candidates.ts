import type { Candidate } from '../../src/rollout/plan-waves.ts';
import type { Queries } from '../database/tables.ts';

export interface NamedCandidate extends Candidate {
  readonly name: string;
}

/** Every kiosk that still counts, with what plans choose by. Revoked ones and those that were given up do not. */
export async function candidates(q: Queries): Promise<NamedCandidate[]> {
  const kiosks = await q
    .selectFrom('kiosk')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .select(['kiosk.kiosk_id', 'kiosk.name', 'kiosk.region', 'kiosk.model'])
    .where('kiosk.revoked_at', 'is', null)
    .where('decommission.kiosk_id', 'is', null)
    .orderBy('kiosk.kiosk_id')
    .execute();
  const tags = new Map<string, string[]>();
  for (const { kiosk_id, tag } of await q.selectFrom('kiosk_tag').selectAll().execute()) {
    const own = tags.get(kiosk_id);
    if (own) own.push(tag);
    else tags.set(kiosk_id, [tag]);
  }
  return kiosks.map(({ kiosk_id, name, region, model }) => ({
    kioskId: kiosk_id,
    name,
    region,
    model,
    tags: tags.get(kiosk_id) ?? [],
  }));
}

/** One of them; null: it does not count, or is none of ours. */
export async function candidate(q: Queries, kioskId: string): Promise<Candidate | null> {
  const kiosk = await q
    .selectFrom('kiosk')
    .leftJoin('decommission', 'decommission.kiosk_id', 'kiosk.kiosk_id')
    .select(['kiosk.region', 'kiosk.model'])
    .where('kiosk.kiosk_id', '=', kioskId)
    .where('kiosk.revoked_at', 'is', null)
    .where('decommission.kiosk_id', 'is', null)
    .executeTakeFirst();
  if (!kiosk) return null;
  const tags = await q.selectFrom('kiosk_tag').select('tag').where('kiosk_id', '=', kioskId).execute();
  return { kioskId, ...kiosk, tags: tags.map(({ tag }) => tag) };
}
