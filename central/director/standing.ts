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

/** One read by primary keys: a fleet asks this several hundred times a second. Who is no kiosk is not in it. */
export async function standingsOf(q: Queries, kioskIds: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await q
    .selectFrom('kiosk')
    .leftJoin('kiosk_configuration as told', 'told.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('kiosk_assignment as given', 'given.kiosk_id', 'kiosk.kiosk_id')
    .leftJoin('fleet_generation as fleet', (join) => join.on('fleet.id', '=', 1))
    .where('kiosk.kiosk_id', 'in', kioskIds)
    .select(({ selectFrom }) => [
      'kiosk.kiosk_id',
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
        .whereRef('kiosk_order.kiosk_id', '=', 'kiosk.kiosk_id')
        .where('kiosk_order.answered_at', 'is', null)
        .as('open_orders'),
    ])
    .execute();
  return new Map(rows.map((row) => [row.kiosk_id, standingFrom(row)]));
}

interface Row {
  readonly kiosk_id: string;
  readonly public_key: string;
  readonly revoked_at: string | null;
  readonly polled_at: string | null;
  readonly report: string | null;
  readonly sealing_key: string | null;
  readonly version: number | null;
  readonly issued_at: string | null;
  readonly stale: number | null;
  readonly given_generation: number | null;
  readonly fleet_generation: number | null;
  readonly newest_root: number | string | bigint | null;
  readonly open_orders: number | string | bigint | null;
}

function standingFrom(row: Row): Standing {
  const { polled_at, report, sealing_key, version, issued_at } = row;
  return {
    kioskId: row.kiosk_id,
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
