import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';

/** What kiosks say of themselves: alarms with their beginning and end, and each morning's readiness report. */
export async function tablesOfFleet(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await table('kiosk_alarm')
    .addColumn('alarm_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('which', 'text')
    .addColumn('detail', 'text')
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('heard_at', 'text', (c) => c.notNull())
    .addColumn('over_at', 'text')
    .execute();
  await db.schema
    .createIndex('kiosk_alarm_by_kiosk')
    .on('kiosk_alarm')
    .columns(['kiosk_id', 'over_at'])
    .execute();
  await table('readiness_report')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('readiness_report_of_a_day', ['kiosk_id', 'day'])
    .execute();
  await db.schema.alterTable('heartbeat').addColumn('maintenance_since', 'text').execute();
}
