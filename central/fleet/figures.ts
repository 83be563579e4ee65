import type { FigureRow, FiguresAnswer, FiguresQuery } from '../../src/contracts/console/figures.ts';
import type { Queries } from '../database/tables.ts';

const DIMENSIONS = ['day', 'service', 'region'] as const;
type Dimension = (typeof DIMENSIONS)[number];
const FIELD_OF = {
  completed: 'completed',
  cancelled: 'cancelled',
  'timed-out': 'timedOut',
  refused: 'refused',
  trouble: 'trouble',
} as const;
const isDisposition = (word: string): word is keyof typeof FIELD_OF => Object.hasOwn(FIELD_OF, word);

/**
 * How many sessions ended how, by day, service and region as asked. Of the fleet or a region from the totals, by where
 * the kiosk stood when it told; of one kiosk from its own figures, by where it stands now.
 */
export async function figures(q: Queries, query: FiguresQuery): Promise<FiguresAnswer> {
  const parts = query.by.split('-');
  const dimensions = DIMENSIONS.filter((one) => parts.includes(one));
  const rows =
    query.kioskId === undefined
      ? await ofFleet(q, query, dimensions)
      : await ofKiosk(q, query, query.kioskId, dimensions);
  const table = Map.groupBy(rows, (row) => JSON.stringify(dimensions.map((one) => row[one] ?? '')));
  return {
    rows: [...table]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, cells]) => rowOf(dimensions, cells)),
  };
}

function ofFleet(
  q: Queries,
  { from, to, service, region }: FiguresQuery,
  dimensions: readonly Dimension[],
): Promise<Summed[]> {
  let found = q.selectFrom('figure_total').where('day', '>=', from).where('day', '<=', to);
  if (service !== undefined) found = found.where('service', '=', service);
  if (region !== undefined) found = found.where('region', '=', region);
  return found
    .select([...dimensions, 'disposition'])
    .select((eb) => [eb.fn.sum('sessions').as('sessions'), eb.fn.sum('seconds').as('seconds')])
    .groupBy([...dimensions, 'disposition'])
    .execute();
}

const OWN_COLUMNS = {
  day: 'daily_figure.day',
  service: 'daily_figure.service',
  region: 'kiosk.region',
} as const satisfies Record<Dimension, string>;

function ofKiosk(
  q: Queries,
  { from, to, service, region }: FiguresQuery,
  kioskId: string,
  dimensions: readonly Dimension[],
): Promise<Summed[]> {
  let found = q
    .selectFrom('daily_figure')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'daily_figure.kiosk_id')
    .where('daily_figure.kiosk_id', '=', kioskId)
    .where('daily_figure.day', '>=', from)
    .where('daily_figure.day', '<=', to);
  if (service !== undefined) found = found.where('daily_figure.service', '=', service);
  if (region !== undefined) found = found.where('kiosk.region', '=', region);
  const columns = [...dimensions.map((one) => OWN_COLUMNS[one]), 'daily_figure.disposition'] as const;
  return found
    .select([...columns])
    .select((eb) => [eb.fn.sum('sessions').as('sessions'), eb.fn.sum('seconds').as('seconds')])
    .groupBy([...columns])
    .execute();
}

interface Summed {
  readonly day?: string;
  readonly service?: string;
  readonly region?: string | null;
  readonly disposition: string;
  readonly sessions: string | number | bigint;
  readonly seconds: string | number | bigint;
}

function rowOf(dimensions: readonly Dimension[], cells: readonly Summed[]): FigureRow {
  const word = (one: Dimension) => (dimensions.includes(one) ? (cells[0]?.[one] ?? '') : null);
  const row = {
    day: word('day'),
    service: word('service'),
    region: word('region'),
    sessions: 0,
    completed: 0,
    cancelled: 0,
    timedOut: 0,
    refused: 0,
    trouble: 0,
  };
  let seconds = 0;
  for (const cell of cells) {
    const sessions = Number(cell.sessions);
    row.sessions += sessions;
    seconds += Number(cell.seconds);
    if (isDisposition(cell.disposition)) row[FIELD_OF[cell.disposition]] += sessions;
  }
  return { ...row, meanSeconds: row.sessions === 0 ? null : Math.round(seconds / row.sessions) };
}
