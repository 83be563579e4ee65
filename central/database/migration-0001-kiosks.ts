import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';

/** Kiosks, their keys and tokens, what they reported and asked for. */
export async function tablesOfKiosks(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await table('enrolment_code')
    .addColumn('code_hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_by', 'text')
    .execute();
  await table('kiosk')
    .addColumn('kiosk_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('enrolled_at', 'text', (c) => c.notNull())
    .execute();
  await table('used_assertion')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('jti', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('used_assertion_once', ['kiosk_id', 'jti'])
    .execute();
  await table('access_token')
    .addColumn('token_hash', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute();
  await table('heartbeat')
    .addColumn('kiosk_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await table('operation')
    .addColumn('idempotency_key', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('body_digest', 'text')
    .addColumn('receipt_reference', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('operation_by_reference').on('operation').column('receipt_reference').execute();
  await table('audit_record')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('audit_record_once', ['kiosk_id', 'sequence'])
    .execute();
  await table('audit_finding')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('first_sequence', 'integer', (c) => c.notNull())
    .addColumn('last_sequence', 'integer', (c) => c.notNull())
    .addColumn('found_at', 'text', (c) => c.notNull())
    .execute();
}
