import type { Queries } from '../database/tables.ts';

/** Where a kiosk stands with the director: all that a poll is answered from while there is nothing new. */
export interface Standing {
  readonly kioskId: string;
  readonly publicKey: string;
  readonly revoked: boolean;
  /** What its last poll said; null: it never polled. */
  readonly told: {
    readonly polledAt: string;
    readonly report: string;
    readonly sealingKey: string;
  } | null;
  /** Its newest assignment; null: it has none. */
  readonly given: {
    readonly version: number;
    readonly issuedAt: string;
    readonly stale: boolean;
    readonly generation: number;
  } | null;
  readonly generation: number;
  /** 0: no root was installed. */
  readonly newestRoot: number;
  readonly openOrders: number;
}

/** One read by primary keys: a fleet asks this several hundred times a second. null: no such kiosk. */
export async function standingOf(q: Queries, kioskId: string): Promise<Standing | null> {
  const row = await q
    .selectFrom('kiosk')
    .leftJoin('kiosk_configuration as told', 'told.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('kiosk_assignment as given', 'given.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('fleet_generation as fleet', (join) => join.on('fleet.id', '=', 1))
    .where('kiosk.kiosk_id', '=', kioskId)
    .select(({ selectFrom }) => [
      'kiosk.public_key',
      'kiosk.revoked_at',
      'told.polled_at',
      'told.report',
      'told.sealing_key',
      'given.version',
      'given.issued_at',
      'given.stale',
      'given.generation as given_generation',
      'fleet.generation as fleet_generation',
      selectFrom('trust_root')
        .select(({ fn }) => fn.max('trust_root.version').as('newest'))
        .as('newest_root'),
      selectFrom('kiosk_order')
        .select(({ fn }) => fn.count('kiosk_order.order_id').as('open'))
        .where('kiosk_order.kiosk_id', '=', kioskId)
        .where('kiosk_order.answered_at', 'is', null)
        .as('open_orders'),
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { polled_at, report, sealing_key, version, issued_at } = row;
  return {
    kioskId,
    publicKey: row.public_key,
    revoked: row.revoked_at !== null,
    told:
      polled_at === null || report === null || sealing_key === null
        ? null
        : { polledAt: polled_at, report, sealingKey: sealing_key },
    given:
      version === null || issued_at === null
        ? null
        : { version, issuedAt: issued_at, stale: row.stale === 1, generation: row.given_generation ?? 0 },
    generation: row.fleet_generation ?? 0,
    newestRoot: Number(row.newest_root ?? 0),
    openOrders: Number(row.open_orders ?? 0),
  };
}
