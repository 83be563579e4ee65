import type { Database } from 'better-sqlite3';

/** In this order: rows that others point to go last. */
const OF_PERSON = [
  'card_event where card_serial in (select card_serial from card where social_security_number = :person)',
  'personalisation where request_key in (select request_key from card_request where social_security_number = :person)',
  'payment_refund where order_key in (select order_key from payment_order where social_security_number = :person)',
  'payment_movement where order_key in (select order_key from payment_order where social_security_number = :person)',
  'acquirer_movement where order_id in (select order_id from payment_order where social_security_number = :person)',
  'acquirer_order where order_id in (select order_id from payment_order where social_security_number = :person)',
  ...[
    'payment_order',
    'card_request',
    'application',
    'card',
    'bank_account',
    'electronic_card',
    'electronic_card_code',
    'certification',
    'authority_note',
    'resident',
  ].map((table) => `${table} where social_security_number = :person`),
];

const OF_TIME = [
  "operation where received_at < :before and state <> 'in-progress'",
  // The last record of a kiosk stays: the next one is chained to it.
  `audit_record where at < :before and sequence < (
    select max(sequence) from audit_record as later where later.kiosk_id = audit_record.kiosk_id)`,
  'sms_challenge where expires_at < :before',
  'text_message where sent_at < :before',
  'electronic_card_code where expires_at < :before',
];

/** Drops rows nobody will ask for, in one commit. Totals stay as they are. */
export function pruneBooks(connection: Database, people: Iterable<string>, before: number): void {
  const dropping = (rows: readonly string[]) => rows.map((one) => connection.prepare(`delete from ${one}`));
  connection.transaction(() => {
    const ofPerson = dropping(OF_PERSON);
    for (const person of people) for (const statement of ofPerson) statement.run({ person });
    const at = new Date(before).toISOString();
    for (const statement of dropping(OF_TIME)) statement.run({ before: at });
  })();
}
