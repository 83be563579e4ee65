import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';

/** Operators with their sessions and acts, past sessions and daily figures, and what waits for people to decide. */
export async function tablesOfOperators(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await table('operator')
    .addColumn('operator_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('login', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('roles', 'text', (c) => c.notNull())
    .addColumn('password', 'text')
    .addColumn('totp_sealed', 'text')
    .addColumn('totp_last_step', 'integer', (c) => c.notNull())
    .addColumn('oidc_subject', 'text', (c) => c.unique())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('disabled_at', 'text')
    .execute();
  await table('operator_session')
    .addColumn('session_hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('operator_id', 'text', (c) => c.notNull())
    .addColumn('csrf', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await table('operator_invitation')
    .addColumn('operator_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('invitation_hash', 'text', (c) => c.notNull().unique())
    .addColumn('totp_sealed', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('operator_session_by_operator')
    .on('operator_session')
    .columns(['operator_id'])
    .execute();
  await table('sign_in_try')
    .addColumn('subject', 'text', (c) => c.primaryKey().notNull())
    .addColumn('wrong', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'text', (c) => c.notNull())
    .addColumn('waits_until', 'text', (c) => c.notNull())
    .execute();
  await table('oidc_flow')
    .addColumn('state', 'text', (c) => c.primaryKey().notNull())
    .addColumn('nonce', 'text', (c) => c.notNull())
    .addColumn('verifier', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await table('operator_act')
    .addColumn('sequence', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('operator_id', 'text', (c) => c.notNull())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('subject', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema.alterTable('enrolment_code').addColumn('minted_by', 'text').execute();
  await db.schema.alterTable('enrolment_code').addColumn('region', 'text').execute();
  await db.schema.alterTable('enrolment_code').addColumn('model', 'text').execute();
  for (const column of ['region', 'model', 'revoked_at', 'revoked_by', 'revoked_because'] as const) {
    await db.schema.alterTable('kiosk').addColumn(column, 'text').execute();
  }
  await table('kiosk_tag')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('tag', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('kiosk_tag_once', ['kiosk_id', 'tag'])
    .execute();
  for (const column of ['acknowledged_at', 'acknowledged_by', 'note'] as const) {
    await db.schema.alterTable('kiosk_alarm').addColumn(column, 'text').execute();
  }
  await table('past_session')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('service', 'text', (c) => c.notNull())
    .addColumn('disposition', 'text', (c) => c.notNull())
    .addColumn('assignment', 'integer', (c) => c.notNull())
    .addColumn('pack', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('past_session_once', ['kiosk_id', 'sequence'])
    .execute();
  await db.schema.createIndex('past_session_by_day').on('past_session').columns(['day', 'service']).execute();
  await db.schema
    .createIndex('past_session_by_time')
    .on('past_session')
    .columns(['at', 'kiosk_id', 'sequence'])
    .execute();
  await db.schema
    .createIndex('past_session_by_kiosk')
    .on('past_session')
    .columns(['kiosk_id', 'at'])
    .execute();
  await table('daily_figure')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('service', 'text', (c) => c.notNull())
    .addColumn('disposition', 'text', (c) => c.notNull())
    .addColumn('sessions', 'integer', (c) => c.notNull())
    .addColumn('seconds', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('daily_figure_once', ['kiosk_id', 'day', 'service', 'disposition'])
    .execute();
  await table('work_item')
    .addColumn('item_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('kiosk_id', 'text')
    .addColumn('reference', 'text')
    .addColumn('idempotency_key', 'text')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addColumn('money', 'integer', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text')
    .execute();
  await db.schema.createIndex('work_item_by_state').on('work_item').columns(['state', 'since']).execute();
  await table('work_decision')
    .addColumn('decision_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('item_id', 'text', (c) => c.notNull())
    .addColumn('choice', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull())
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('confirmed_by', 'text')
    .addColumn('confirmed_at', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('result', 'text')
    .execute();
  await table('kiosk_order')
    .addColumn('order_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('decision_id', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('ordered_at', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('detail', 'text')
    .addColumn('answered_at', 'text')
    .execute();
  await db.schema
    .createIndex('kiosk_order_by_kiosk')
    .on('kiosk_order')
    .columns(['kiosk_id', 'answered_at'])
    .execute();
}
