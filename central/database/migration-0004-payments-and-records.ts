import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';

/** Money, the reference acquirer's books, personalised cards, codes of electronic cards. */
export async function tablesOfPaymentsAndRecords(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await table('payment_order')
    .addColumn('order_key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('order_id', 'text', (c) => c.notNull().unique())
    .addColumn('receipt_reference', 'text', (c) => c.notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('items', 'text', (c) => c.notNull())
    .addColumn('amount_fen', 'integer', (c) => c.notNull())
    .addColumn('qr', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('look_at', 'text')
    .execute();
  await db.schema.createIndex('payment_order_by_look').on('payment_order').column('look_at').execute();
  await table('payment_refund')
    .addColumn('refund_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('order_key', 'text', (c) => c.notNull().references('payment_order.order_key'))
    .addColumn('amount_fen', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('automatic', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('accepted_at', 'text')
    .execute();
  await db.schema.createIndex('payment_refund_by_order').on('payment_refund').column('order_key').execute();
  await table('payment_movement')
    .addColumn('movement_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('order_key', 'text', (c) => c.notNull().references('payment_order.order_key'))
    .addColumn('direction', 'text', (c) => c.notNull())
    .addColumn('amount_fen', 'integer', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('payment_movement_by_order')
    .on('payment_movement')
    .column('order_key')
    .execute();
  await table('acquirer_order')
    .addColumn('order_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('amount_fen', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute();
  await table('acquirer_movement')
    .addColumn('movement_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('order_id', 'text', (c) => c.notNull().references('acquirer_order.order_id'))
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('direction', 'text', (c) => c.notNull())
    .addColumn('amount_fen', 'integer', (c) => c.notNull())
    .addColumn('moved_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('acquirer_movement_in_order', ['order_id', 'sequence'])
    .execute();
  await tablesOfPersonalisation(db);
}

async function tablesOfPersonalisation(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await table('personalisation')
    .addColumn('personalisation_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('request_key', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('host_challenge', 'text', (c) => c.notNull())
    .addColumn('blank_serial', 'text')
    .addColumn('card_challenge', 'text')
    .addColumn('card_data', 'text', (c) => c.notNull())
    .addColumn('card_id', 'text', (c) => c.notNull().unique())
    .addColumn('card_number', 'text', (c) => c.notNull().unique())
    .addColumn('account_number', 'text', (c) => c.notNull())
    .addColumn('answers_digest', 'text')
    .addColumn('refusal', 'text')
    .execute();
  await db.schema
    .createIndex('personalisation_by_request')
    .on('personalisation')
    .column('request_key')
    .execute();
  await table('electronic_card_code')
    .addColumn('code_digest', 'text', (c) => c.primaryKey().notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  // GB/T 3304, two digits: goes onto the chip of a new card.
  await db.schema.alterTable('resident').addColumn('ethnic_group', 'text').execute();
}
