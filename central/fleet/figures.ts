import type { FigureRow, FiguresAnswer, FiguresQuery } from '../../src/contracts/console/figures.ts';
import type { Queries } from '../database/tables.ts';

type Dimension = 'day' | 'service' | 'region';
const COLUMNS = {
  day: 'daily_figure.day',
  service: 'daily_figure.service',
  region: 'kiosk.region',
} as const satisfies Record<Dimension, string>;

const FIELD_OF = {
  completed: 'completed',
  cancelled: 'cancelled',
  'timed-out': 'timedOut',
  refused: 'refused',
  trouble: 'trouble',
} as const;
const isDisposition = (word: string): word is keyof typeof FIELD_OF => Object.hasOwn(FIELD_OF, word);

/** How many sessions ended how, by day, service and region as asked. */
export async function figures(q: Queries, query: FiguresQuery): Promise<FiguresAnswer> {
  const { from, to, by, service, region, kioskId } = query;
  const parts = by.split('-');
  const dimensions = (['day', 'service', 'region'] as const).filter((one) => parts.includes(one));
  let found = q
    .selectFrom('daily_figure')
    .innerJoin('kiosk', 'kiosk.kiosk_id', 'daily_figure.kiosk_id')
    .where('daily_figure.day', '>=', from)
    .where('daily_figure.day', '<=', to);
  if (service !== undefined) found = found.where('daily_figure.service', '=', service);
  if (region !== undefined) found = found.where('kiosk.region', '=', region);
  if (kioskId !== undefined) found = found.where('daily_figure.kiosk_id', '=', kioskId);
  const columns = [...dimensions.map((one) => COLUMNS[one]), 'daily_figure.disposition'] as const;
  const rows: Summed[] = await found
    .select([...columns])
    .select((eb) => [eb.fn.sum('sessions').as('sessions'), eb.fn.sum('seconds').as('seconds')])
    .groupBy([...columns])
    .execute();
  const table = Map.groupBy(rows, (row) => JSON.stringify(dimensions.map((one) => row[one] ?? '')));
  return {
    rows: [...table]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, cells]) => rowOf(dimensions, cells)),
  };
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
