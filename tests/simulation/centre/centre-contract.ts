import type { Tables } from '../../../central/database/tables.ts';
import type { AcquirerMode } from '../../../central/payments/reference-acquirer.ts';
import type { SentSms } from '../../../central/sms/gateway.ts';
import type { OperationKind, OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';

/** What a payer or time does to an order. */
export type PayerAct = 'pay' | 'pay-twice' | 'refuse' | 'expire';

export interface CentreAnswer {
  readonly status: number;
  readonly text: string;
}

/** One operation in the centre's book. */
export interface BookedOperation {
  readonly key: string;
  /** null where the key was voided before anything was received. */
  readonly kind: OperationKind | null;
  readonly receiptReference: string | null;
  readonly outcome: OperationOutcome;
}

/** An order at the acquirer, with its money in fen. */
export interface BookedOrder {
  readonly id: string;
  readonly qr: string;
  readonly amountFen: number;
  readonly state: 'open' | 'paid' | 'expired' | 'closed';
  readonly receivedFen: number;
  readonly refundedFen: number;
  /** Key of the payment.create; null where the centre has no such order (any more). */
  readonly key: string | null;
  readonly receiptReference: string | null;
}

/** What the registry and the bank know of one card. */
export interface BookedCard {
  readonly serial: string;
  readonly cardNumber: string | null;
  readonly accountNumber: string | null;
  readonly socialSecurity: Tables['card']['social_security_state'];
  readonly financial: Tables['bank_account']['financial_state'] | null;
  readonly balanceSms: boolean;
  /** Where it lies ready: an outlet, or `kiosk:` and the kiosk whose bin holds it. */
  readonly place: string | null;
  /** Key of the operation that asked for it; null for cards from before. */
  readonly requestKey: string | null;
  readonly history: readonly { readonly event: Tables['card_event']['event']; readonly reason: string }[];
}

/** A card that the authority owes. */
export interface BookedRequest {
  readonly key: string;
  readonly requestNumber: string;
  readonly purpose: Tables['card_request']['purpose'];
  readonly state: 'open' | 'delivered';
  readonly priority: boolean;
  readonly receiptReference: string;
  readonly cardSerial: string;
  readonly orderKey: string | null;
  readonly bound: boolean;
  readonly switched: boolean;
}

/** All that is known of one person. */
export interface BookedPerson {
  readonly residentId: string;
  readonly mobile: string | null;
  readonly occupation: string | null;
  readonly residentialAddress: string | null;
  readonly photoOnFile: boolean;
  readonly cards: readonly BookedCard[];
  readonly requests: readonly BookedRequest[];
  readonly applications: readonly {
    readonly number: string;
    readonly receiptReference: string;
    readonly state: 'accepted' | 'ended';
  }[];
  /** Keys of the certifications that were accepted. */
  readonly certifications: readonly { readonly key: string; readonly validUntil: string }[];
  readonly electronicCard: { readonly serial: string; readonly state: BookedCard['socialSecurity'] } | null;
  /** What the authority's people have to look at. */
  readonly notes: readonly Tables['authority_note']['kind'][];
}

/** Since the beginning, whatever was pruned. */
export interface CentreTotals {
  readonly receivedFen: number;
  readonly refundedFen: number;
  /** How many operations of a kind are done. */
  readonly done: Readonly<Partial<Record<OperationKind, number>>>;
  /** How many faults the archive found in audit trails. */
  readonly auditFindings: number;
}

/** The real central service without HTTP: its answers, the world outside it, and its books for whoever checks. */
export interface SimulatedCentre {
  /** As HTTP would: a problem document where it is refused. Requests are carried out one at a time, as they come. */
  answer(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | null,
  ): Promise<CentreAnswer>;
  /** The first error that nobody expected; null while the service is sound. */
  readonly broken: { readonly error: unknown } | null;
  /** One more person: registry row, card, account. */
  addResident(resident: FictitiousResident): Promise<void>;
  mintEnrolmentCode(): Promise<string>;
  /** Newest first; only the last ones are remembered. */
  messages(): readonly SentSms[];
  payer(orderId: string, act: PayerAct): Promise<void>;
  /** null where no order has this code. */
  orderByQr(qr: string): Promise<BookedOrder | null>;
  acquirer(mode: AcquirerMode): void;
  /** What a person's phone shows. */
  electronicCard(residentId: string): Promise<string>;
  /** What time brings about without anybody asking. */
  sweep(): Promise<void>;
  /** null where the registry has no such person. */
  person(socialSecurityNumber: string): Promise<BookedPerson | null>;
  operations(
    which: { readonly receiptReference: string } | { readonly key: string },
  ): Promise<readonly BookedOperation[]>;
  ordersOf(which: { readonly receiptReference: string }): Promise<readonly BookedOrder[]>;
  totals(): CentreTotals;
  /** The process ends and another begins over the same database. */
  restart(): Promise<void>;
  backUp(): Promise<void>;
  /**
   * The database as it was at the last `backUp`. The acquirer's books and sent messages are as they are now. Answers
   * the operations that were done and are in the book no more.
   */
  restoreBackup(): Promise<readonly BookedOperation[]>;
  /**
   * Drops all rows of people who never come back, and operations and audit records received before a moment; the
   * caller makes sure that no kiosk still sends them.
   */
  prune(what: { readonly people: Iterable<string>; readonly before: number }): Promise<void>;
  /** Of all books, to compare two runs. */
  booksHash(): string;
  close(): Promise<void>;
}
