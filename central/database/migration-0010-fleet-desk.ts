import { type Kysely, sql } from 'kysely';
import { strict } from './dialect.ts';

/** What the fleet desk filters and sorts by without reading whole heartbeats, and what is found by receipt reference. */
export async function tablesOfFleetDesk(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  const { schema } = db;
  for (const column of ['version', 'services_off', 'paper', 'desk_digest'] as const) {
    await schema.alterTable('heartbeat').addColumn(column, 'text').execute();
  }
  for (const column of ['blanks', 'waiting', 'dead_letters'] as const) {
    await schema.alterTable('heartbeat').addColumn(column, 'integer').execute();
  }
  await schema.alterTable('enrolment_code').addColumn('name', 'text').execute();
  for (const column of ['reference', 'transaction_id'] as const) {
    await schema.alterTable('audit_record').addColumn(column, 'text').execute();
    await schema
      .createIndex(`audit_record_by_${column}`)
      .on('audit_record')
      .column(column)
      .where(sql.ref(column), 'is not', null)
      .execute();
  }
  await table('kept_card')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('card', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('reference', 'text')
    .addPrimaryKeyConstraint('kept_card_once', ['kiosk_id', 'position'])
    .execute();
  await table('daily_use')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('cards', 'integer', (c) => c.notNull())
    .addColumn('receipts', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('daily_use_once', ['day', 'kiosk_id'])
    .execute();
  await table('giving_up')
    .addColumn('kiosk_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull())
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .execute();
  await table('desk_cursor')
    .addColumn('subject', 'text', (c) => c.primaryKey().notNull())
    .addColumn('up_to', 'text', (c) => c.notNull())
    .execute();
  await schema.alterTable('work_item').addColumn('open_subject', 'text').execute();
  await schema.createIndex('work_item_open').on('work_item').column('open_subject').unique().execute();
  for (const [name, columns] of [
    ['work_item', ['reference']],
    ['work_item', ['idempotency_key']],
    ['work_item', ['kiosk_id', 'state']],
    ['work_decision', ['item_id']],
    ['work_decision', ['state']],
    ['kiosk_order', ['decision_id']],
    ['kiosk_alarm', ['over_at', 'kind']],
    ['daily_figure', ['day']],
    ['payment_order', ['receipt_reference']],
    ['payment_order', ['state', 'ended_at']],
    ['card_request', ['receipt_reference']],
    ['kiosk', ['region']],
    ['kiosk', ['revoked_at']],
    ['kiosk_tag', ['tag']],
  ] as const) {
    await schema
      .createIndex(`${name}_by_${columns.join('_')}`)
      .on(name)
      .columns([...columns])
      .execute();
  }
}
