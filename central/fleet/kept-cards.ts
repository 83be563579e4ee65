import type { Heartbeat } from '../../src/contracts/central/enrolment.ts';
import type { KeptCardRow, KeptCardsAnswer, KeptCardsQuery } from '../../src/contracts/console/kept-cards.ts';
import type { Queries } from '../database/tables.ts';
import { instantOf } from './alarms.ts';

/** INV-5: the cards in one kiosk's bins are those its heartbeat tells of. */
export async function keepKeptCards(
  q: Queries,
  kioskId: string,
  cards: Heartbeat['keptCards'],
): Promise<void> {
  if (cards === undefined) return;
  await q.deleteFrom('kept_card').where('kiosk_id', '=', kioskId).execute();
  if (cards.length === 0) return;
  const rows = cards.map(({ since, ...card }, position) => ({
    ...card,
    kiosk_id: kioskId,
    position,
    since: instantOf(since),
  }));
  await q.insertInto('kept_card').values(rows).execute();
}

/** Kept cards across kiosks, the longest kept first. */
export async function keptCards(q: Queries, query: KeptCardsQuery): Promise<KeptCardsAnswer> {
  let found = q.selectFrom('kept_card').innerJoin('kiosk', 'kiosk.kiosk_id', 'kept_card.kiosk_id');
  if (query.region !== undefined) found = found.where('kiosk.region', '=', query.region);
  if (query.kioskId !== undefined) found = found.where('kept_card.kiosk_id', '=', query.kioskId);
  const { total } = await found.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select([
      'kept_card.kiosk_id',
      'kiosk.name',
      'kiosk.region',
      'card',
      'place',
      'reason',
      'since',
      'reference',
    ])
    .orderBy('since')
    .orderBy('kept_card.kiosk_id')
    .orderBy('position')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return {
    total: Number(total),
    rows: rows.map(
      ({ kiosk_id: kioskId, name: kioskName, ...row }): KeptCardRow => ({ kioskId, kioskName, ...row }),
    ),
  };
}
