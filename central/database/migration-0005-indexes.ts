import { type Kysely, sql } from 'kysely';

/** A row that is looked for while somebody waits is found without reading the whole registry or all that ever was. */
export async function indexesOfLookups(db: Kysely<unknown>): Promise<void> {
  // Asked for after every operation: what waits is little, what was sent is everything since the beginning.
  await db.schema
    .createIndex('text_message_waiting')
    .on('text_message')
    .column('queued_at')
    .where(sql.ref('sent_at'), 'is', null)
    .execute();
  for (const [table, column] of [
    ['payment_refund', 'state'],
    ['electronic_card_code', 'social_security_number'],
    ['bank_account', 'social_security_number'],
    ['card', 'card_number'],
    ['card', 'request_key'],
    ['card_request', 'old_card_serial'],
  ] as const)
    await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}
