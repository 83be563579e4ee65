import type { Kysely } from 'kysely';

/** What ends by time is swept at every sign-in: found without reading the tokens of the whole fleet. */
export async function indexesOfExpiry(db: Kysely<unknown>): Promise<void> {
  for (const table of ['access_token', 'used_assertion'] as const) {
    await db.schema.createIndex(`${table}_by_expires_at`).on(table).column('expires_at').execute();
  }
}
