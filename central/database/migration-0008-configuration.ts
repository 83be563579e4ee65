import type { Kysely } from 'kysely';
import { strict } from './dialect.ts';

/** Releases of configuration, rollouts, and what each kiosk is to run. */
export async function tablesOfConfiguration(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => strict(db.schema.createTable(name));
  await table('trust_root')
    .addColumn('version', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .execute();
  await table('configuration_document')
    .addColumn('sha256', 'text', (c) => c.primaryKey().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('length', 'integer', (c) => c.notNull())
    .addColumn('effective_from', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('release_id', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('configuration_document_once', ['kind', 'line', 'version'])
    .execute();
  await table('release')
    .addColumn('release_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('drafted_by', 'text', (c) => c.notNull())
    .addColumn('drafted_at', 'text', (c) => c.notNull())
    .addColumn('submitted_at', 'text')
    .addColumn('approved_by', 'text')
    .addColumn('approved_at', 'text')
    .addColumn('note', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute();
  await table('release_document')
    .addColumn('release_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('header', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('payload', 'text')
    .addColumn('sha256', 'text')
    .addPrimaryKeyConstraint('release_document_once', ['release_id', 'kind', 'line'])
    .execute();
  await table('release_signature')
    .addColumn('release_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('kid', 'text', (c) => c.notNull())
    .addColumn('protected', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .addColumn('operator_id', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('release_signature_once', ['release_id', 'kind', 'line', 'kid'])
    .execute();
  await table('rollout')
    .addColumn('rollout_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('release_id', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('documents', 'text', (c) => c.notNull())
    .addColumn('wave', 'integer', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('started_by', 'text')
    .addColumn('started_at', 'text')
    .addColumn('wave_opened_at', 'text')
    .addColumn('watched_from', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('reason', 'text')
    .execute();
  await table('rollout_member')
    .addColumn('rollout_id', 'text', (c) => c.notNull())
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('wave', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('from_assignment', 'integer')
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('rollout_member_once', ['rollout_id', 'kiosk_id'])
    .execute();
  await db.schema
    .createIndex('rollout_member_by_wave')
    .on('rollout_member')
    .columns(['rollout_id', 'wave', 'state'])
    .execute();
  await db.schema.createIndex('rollout_member_by_kiosk').on('rollout_member').column('kiosk_id').execute();
  await table('kiosk_target')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('before_sha256', 'text')
    .addColumn('rollout_id', 'text', (c) => c.notNull())
    .addColumn('back', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('kiosk_target_once', ['kiosk_id', 'kind'])
    .execute();
  await db.schema
    .createIndex('kiosk_target_by_rollout')
    .on('kiosk_target')
    .columns(['rollout_id', 'back'])
    .execute();
  await table('kiosk_assignment')
    .addColumn('kiosk_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('issued_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('stale', 'integer', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .execute();
  await table('fleet_generation')
    .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .execute();
  await table('kiosk_document')
    .addColumn('kiosk_id', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('assignment', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('kiosk_document_once', ['kiosk_id', 'sha256'])
    .execute();
  // Which pack the kiosk worked by when it took the request: its card is made and settled under the same one.
  for (const [column, type] of [
    ['pack_id', 'text'],
    ['pack_version', 'integer'],
  ] as const) {
    await db.schema.alterTable('card_request').addColumn(column, type).execute();
  }
  await table('kiosk_configuration')
    .addColumn('kiosk_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('polled_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('trouble', 'text')
    .addColumn('assignment', 'integer', (c) => c.notNull())
    .addColumn('running_assignment', 'integer', (c) => c.notNull())
    .addColumn('root_version', 'integer', (c) => c.notNull())
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('sealing_key', 'text', (c) => c.notNull())
    .execute();
  await table('service_closure')
    .addColumn('closure_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('service', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('closed_by', 'text', (c) => c.notNull())
    .addColumn('opened_at', 'text')
    .addColumn('opened_by', 'text')
    .execute();
}
