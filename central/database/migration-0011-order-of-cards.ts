import type { Kysely } from 'kysely';

/** Which of a person's cards came after which: a database keeps no order of its own. Cards from before have 0. */
export async function orderOfCards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('card')
    .addColumn('ordinal', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
