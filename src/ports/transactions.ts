import type { IdempotencyKey, ReceiptReference, TransactionId } from '../brand.ts';
import type { AuditDetail, AuditEventId } from '../contracts/audit.ts';
import type {
  ApplicationSubmit,
  CardActivate,
  CertificationSubmit,
  ContactChange,
  LossReport,
  LossUndo,
  OperationRefusal,
  OperationResult,
} from '../contracts/central/operations.ts';
import type { CardTransaction, RequestPlan } from './card-transaction.ts';

export interface OpenedTransaction {
  readonly transactionId: TransactionId;
  readonly reference: ReceiptReference;
  readonly key: IdempotencyKey;
}

/** What became of something that went through the queue. Only `done` and `refused` are final. */
export type QueuedProgress =
  | { readonly state: 'queued' }
  | { readonly state: 'in-progress' }
  /** `result` is null where the answer came before a restart and only its number and day were kept. */
  | {
      readonly state: 'done';
      readonly number: string | null;
      readonly day: string | null;
    }
  | { readonly state: 'refused'; readonly code: OperationRefusal };

export type ActEnd =
  | { readonly state: 'done'; readonly result: OperationResult | null }
  | { readonly state: 'refused'; readonly code: OperationRefusal }
  /** Nothing was sent or it was voided: all is as it was. */
  | { readonly state: 'nothing-happened' }
  /** Sent, no answer: it is being asked about, never sent again (INV-1 in spirit, INV-4). */
  | { readonly state: 'unknown' };

/** Names the kiosk gives itself. */
type OwnFields = 'kind' | 'receiptReference';

/** Accepted with the link down or up, then brought to the authority by the outbox (APPLY-8, LOSS-5, CERT-2). */
export type QueuedRequest =
  | { readonly service: 'apply'; readonly operation: Omit<ApplicationSubmit, OwnFields | 'acceptedAt'> }
  | { readonly service: 'loss'; readonly operation: Omit<LossReport, OwnFields | 'reportedAt'> }
  | { readonly service: 'certify'; readonly operation: Omit<CertificationSubmit, OwnFields | 'certifiedAt'> };

/** One act at the authority, online alone (ACT-6, LOSS-6, INFO-1). Its body is passed through and never stored. */
export type ImmediateRequest =
  | { readonly service: 'activate'; readonly operation: Omit<CardActivate, OwnFields> }
  | { readonly service: 'undo-loss'; readonly operation: Omit<LossUndo, OwnFields> }
  | { readonly service: 'contact-data'; readonly operation: Omit<ContactChange, OwnFields> };

/**
 * A resident's requests with a journal (architecture.md "Transactions"). Implemented over the store: every method
 * that acts commits the intent before the act and the outcome after it, with outbox and audit rows in the same
 * commit.
 */
export interface Transactions {
  /**
   * Intent row and outbox row in one commit. When this returns the request is accepted (INV-4): it will reach the
   * authority exactly once in effect.
   */
  accept(request: QueuedRequest): OpenedTransaction;
  /** Waits at most `withinMs` for the sender to bring an answer; then says how far it is. */
  progress(id: TransactionId, withinMs: number, signal: AbortSignal): Promise<QueuedProgress>;
  /**
   * Intent on disk, one call, outcome on disk. A lost answer is asked about (then voided if never received) for up
   * to `askForMs`; after that `unknown` and settled later.
   */
  carryOut(
    request: ImmediateRequest,
    askForMs: number,
    signal: AbortSignal,
  ): Promise<OpenedTransaction & { readonly end: ActEnd }>;
  /** Money, loss, request and card in one transaction (settlement.md). The charge is on disk when this returns. */
  openRequest(plan: RequestPlan): CardTransaction;
  /** The receipt was offered on paper (or not): last journal row of a resident's transaction. */
  receiptOffered(id: TransactionId, outcome: string): void;
  /** A reference for a slip that belongs to no transaction (no-face path). */
  slipReference(): ReceiptReference;
}

/** Append-only, hash-chained, synced. Detail fields are checked against the catalogue. */
export interface AuditTrail {
  record<E extends AuditEventId>(event: E, detail: AuditDetail<E>): void;
}
