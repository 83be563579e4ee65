import type { Tables } from '../../../central/database/tables.ts';
import type { Reader } from './books.ts';
import type { BookedCard, BookedPerson, BookedRequest } from './centre-contract.ts';

type CardRow = Tables['card'] &
  Pick<Tables['bank_account'], 'balance_sms'> & {
    readonly financial_state: Tables['bank_account']['financial_state'] | null;
  };

const bookedCard = (reader: Reader, row: CardRow): BookedCard => ({
  serial: row.card_serial,
  cardNumber: row.card_number,
  accountNumber: row.account_number,
  socialSecurity: row.social_security_state,
  financial: row.financial_state,
  balanceSms: row.balance_sms === 1,
  place: row.place,
  requestKey: row.request_key,
  history: reader.all<BookedCard['history'][number]>(
    'select event, reason from card_event where card_serial = ? order by sequence',
    row.card_serial,
  ),
});

const bookedRequest = (row: Tables['card_request']): BookedRequest => ({
  key: row.request_key,
  requestNumber: row.request_number,
  purpose: row.purpose,
  state: row.state,
  priority: row.priority === 1,
  receiptReference: row.receipt_reference,
  cardSerial: row.card_serial,
  orderKey: row.order_key,
  bound: row.bound_at !== null,
  switched: row.switched_at !== null,
});

/** All that the books have of one person; null where the registry does not know them. */
export function personIn(reader: Reader, socialSecurityNumber: string): BookedPerson | null {
  const rows = <Row>(table: keyof Tables): readonly Row[] =>
    reader.all<Row>(
      `select * from ${table} where social_security_number = ? order by rowid`,
      socialSecurityNumber,
    );
  const [resident] = rows<Tables['resident']>('resident');
  if (!resident) return null;
  const [electronic] = rows<Tables['electronic_card']>('electronic_card');
  const cards = reader.all<CardRow>(
    `select card.*, bank_account.financial_state, bank_account.balance_sms
    from card left join bank_account using (account_number)
    where card.social_security_number = ? order by card.rowid`,
    socialSecurityNumber,
  );
  return {
    residentId: resident.resident_id,
    mobile: resident.mobile,
    occupation: resident.occupation,
    residentialAddress: resident.residential_address,
    photoOnFile: resident.photo_base64 !== null,
    cards: cards.map((row) => bookedCard(reader, row)),
    requests: rows<Tables['card_request']>('card_request').map(bookedRequest),
    applications: rows<Tables['application']>('application').map((row) => ({
      number: row.application_number,
      receiptReference: row.receipt_reference,
      state: row.state,
    })),
    certifications: rows<Tables['certification']>('certification').map((row) => ({
      key: row.operation_key,
      validUntil: row.valid_until,
    })),
    electronicCard: electronic ? { serial: electronic.card_serial, state: electronic.state } : null,
    notes: rows<Tables['authority_note']>('authority_note').map(({ kind }) => kind),
  };
}
