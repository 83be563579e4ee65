import { type Kysely, sql } from 'kysely';
import { strict } from './dialect.ts';

/** What a card goes through after it was made: requests, deliveries, history, electronic card, messages. */
export async function tablesOfCardLifecycle(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await newColumns(db);
  await table('card_request')
    .addColumn('request_key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('request_number', 'text', (c) => c.notNull().unique())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('receipt_reference', 'text', (c) => c.notNull())
    .addColumn('kiosk_id', 'text')
    .addColumn('accepted_at', 'text', (c) => c.notNull())
    .addColumn('ready_by', 'text', (c) => c.notNull())
    .addColumn('collection_outlet', 'text', (c) => c.notNull())
    .addColumn('issue', 'text', (c) => c.notNull())
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addColumn('account_choice', 'text', (c) => c.notNull())
    .addColumn('exchange_reason', 'text')
    .addColumn('old_card_serial', 'text')
    .addColumn('card_serial', 'text', (c) => c.notNull())
    .addColumn('order_key', 'text', (c) => c.unique())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('failure', 'text')
    .addColumn('bound_at', 'text')
    .addColumn('switched_at', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('card_request_by_person')
    .on('card_request')
    .column('social_security_number')
    .execute();
  await table('card_event')
    .addColumn('card_serial', 'text', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('from_state', 'text', (c) => c.notNull())
    .addColumn('to_state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('card_event_in_order', ['card_serial', 'sequence'])
    .execute();
  await table('electronic_card')
    .addColumn('social_security_number', 'text', (c) => c.primaryKey().notNull())
    .addColumn('card_serial', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('electronic_card_of').on('electronic_card').column('card_serial').execute();
  await table('certification')
    .addColumn('operation_key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('certified_on', 'text', (c) => c.notNull())
    .addColumn('valid_until', 'text', (c) => c.notNull())
    .addColumn('face_evidence', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('certification_by_person')
    .on('certification')
    .column('social_security_number')
    .execute();
  await table('text_message')
    .addColumn('message_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('mobile', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('queued_at', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text')
    .execute();
  await table('authority_note')
    .addColumn('note_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute();
  await takeOver(db);
}

/** What was there before: applications under way are owed cards, and every living card has its electronic card. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into card_request (
      request_key, request_number, purpose, social_security_number, receipt_reference, kiosk_id, accepted_at,
      ready_by, collection_outlet, issue, priority, account_choice, card_serial, step, state
    )
    select 'earlier:' || application_number, application_number, 'application', social_security_number,
      receipt_reference, kiosk_id, accepted_at, ready_by, collection_outlet, 'at-outlet', 0, 'new',
      application_number, 'accepted', 'open'
    from application where state = 'accepted'`.execute(db);
  await sql`update card set request_key = 'earlier:' || application_number where application_number is not null`.execute(
    db,
  );
  await sql`
    insert into electronic_card (social_security_number, card_serial, state)
    select social_security_number, card_serial, social_security_state from card
    where social_security_state <> 'cancelled'`.execute(db);
}

async function newColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('resident')
    .addColumn('hardship', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('resident')
    .addColumn('receives_benefits', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  for (const column of ['occupation', 'residential_address']) {
    await db.schema.alterTable('resident').addColumn(column, 'text').execute();
  }
  await db.schema
    .alterTable('card')
    .addColumn('generation', 'integer', (c) => c.notNull().defaultTo(3))
    .execute();
  for (const column of ['issued_on', 'expires_on', 'lost_until', 'awaiting_since', 'place', 'request_key']) {
    await db.schema.alterTable('card').addColumn(column, 'text').execute();
  }
  // What days bring about is looked for before every request.
  for (const day of ['expires_on', 'lost_until', 'awaiting_since']) {
    await db.schema
      .createIndex(`card_by_${day}`)
      .on('card')
      .columns(['social_security_state', day])
      .execute();
  }
  await db.schema
    .alterTable('sms_challenge')
    .addColumn('purpose', 'text', (c) => c.notNull().defaultTo(sql`'application'`))
    .execute();
}
