import { type Kysely, sql } from 'kysely';

/** What waits is found without looking at everything there ever was: after each operation and in each sweep. */
export async function indexesOfWhatWaits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('text_message_waiting')
    .on('text_message')
    .column('queued_at')
    .where(sql.ref('sent_at'), 'is', null)
    .execute();
  await db.schema.createIndex('payment_refund_by_state').on('payment_refund').column('state').execute();
  await db.schema
    .createIndex('electronic_card_code_by_person')
    .on('electronic_card_code')
    .column('social_security_number')
    .execute();
}
