import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';
import type { Tables } from './tables.ts';

/** What the desk's front pages read instead of every kiosk's fortnight. */
export async function totalsOfDesk(db: Kysely<unknown>): Promise<void> {
  await strict(db.schema.createTable('figure_total'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('region', 'text', (c) => c.notNull())
    .addColumn('service', 'text', (c) => c.notNull())
    .addColumn('disposition', 'text', (c) => c.notNull())
    .addColumn('part', 'integer', (c) => c.notNull())
    .addColumn('sessions', 'integer', (c) => c.notNull())
    .addColumn('seconds', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('figure_total_once', ['day', 'region', 'service', 'disposition', 'part'])
    .execute();
  await (db as Kysely<Tables>)
    .insertInto('figure_total')
    .columns(['day', 'region', 'service', 'disposition', 'part', 'sessions', 'seconds'])
    .expression((from) =>
      from
        .selectFrom('daily_figure')
        .innerJoin('kiosk', 'kiosk.kiosk_id', 'daily_figure.kiosk_id')
        .select(({ fn, val, cast }) => [
          'daily_figure.day',
          fn.coalesce('kiosk.region', val('')).as('region'),
          'daily_figure.service',
          'daily_figure.disposition',
          cast<number>(val(0), 'integer').as('part'),
          fn.sum<number>('daily_figure.sessions').as('sessions'),
          fn.sum<number>('daily_figure.seconds').as('seconds'),
        ])
        .groupBy(['daily_figure.day', 'kiosk.region', 'daily_figure.service', 'daily_figure.disposition']),
    )
    .execute();
  await strict(db.schema.createTable('running_out'))
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('left', 'integer', (c) => c.notNull())
    .addColumn('tenths_per_day', 'integer')
    .addColumn('day', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('running_out_once', ['kiosk_id', 'what'])
    .execute();
  await db.schema.createIndex('running_out_by_day').on('running_out').columns(['day', 'kiosk_id']).execute();
}
