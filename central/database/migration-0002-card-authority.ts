import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';

/** The reference card authority: registry, applications, accounts, SMS codes. */
export async function tablesOfCardAuthority(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await table('resident')
    .addColumn('social_security_number', 'text', (c) => c.primaryKey().notNull())
    .addColumn('resident_id', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('birth_date', 'text', (c) => c.notNull())
    .addColumn('mobile', 'text')
    .addColumn('entitled', 'integer', (c) => c.notNull())
    .addColumn('photo_base64', 'text')
    .execute();
  await table('card')
    .addColumn('card_serial', 'text', (c) => c.primaryKey().notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('card_id', 'text', (c) => c.unique())
    .addColumn('card_number', 'text')
    .addColumn('account_number', 'text')
    .addColumn('social_security_state', 'text', (c) => c.notNull())
    .addColumn('application_number', 'text')
    .execute();
  await db.schema.createIndex('card_by_holder').on('card').column('social_security_number').execute();
  await table('application')
    .addColumn('application_number', 'text', (c) => c.primaryKey().notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('receipt_reference', 'text', (c) => c.notNull())
    .addColumn('kiosk_id', 'text')
    .addColumn('accepted_at', 'text', (c) => c.notNull())
    .addColumn('ready_by', 'text', (c) => c.notNull())
    .addColumn('collection_outlet', 'text', (c) => c.notNull())
    .addColumn('mobile', 'text', (c) => c.notNull())
    .addColumn('mobile_confirmed', 'integer', (c) => c.notNull())
    .addColumn('occupation', 'text', (c) => c.notNull())
    .addColumn('residential_address', 'text', (c) => c.notNull())
    .addColumn('photo_source', 'text', (c) => c.notNull())
    .addColumn('photo_base64', 'text')
    .addColumn('face_evidence', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('application_by_applicant')
    .on('application')
    .column('social_security_number')
    .execute();
  await table('bank_account')
    .addColumn('account_number', 'text', (c) => c.primaryKey().notNull())
    .addColumn('social_security_number', 'text', (c) => c.notNull())
    .addColumn('birth_date', 'text', (c) => c.notNull())
    .addColumn('mobile', 'text')
    .addColumn('initial_pin_verifier', 'text', (c) => c.notNull())
    .addColumn('pin_verifier', 'text')
    .addColumn('financial_state', 'text', (c) => c.notNull())
    .addColumn('balance_sms', 'integer', (c) => c.notNull())
    .execute();
  await table('sms_challenge')
    .addColumn('challenge_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('mobile', 'text', (c) => c.notNull())
    .addColumn('code_digest', 'text', (c) => c.notNull())
    .addColumn('tries_left', 'integer', (c) => c.notNull())
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('confirmation_hash', 'text')
    .addColumn('used_by', 'text')
    .execute();
  await db.schema
    .createIndex('sms_challenge_by_mobile')
    .on('sms_challenge')
    .columns(['mobile', 'sent_at'])
    .execute();
  await table('registry_seed')
    .addColumn('seeded_for', 'text', (c) => c.primaryKey().notNull())
    .execute();
}
