import type { IdempotencyKey, ReceiptReference, TransactionId } from '../brand.ts';
import type { AuditDetail, AuditEventId } from '../contracts/audit.ts';
import type { ApplicationSubmit, CardActivate, OperationRefusal } from '../contracts/central/operations.ts';

export interface OpenedTransaction {
  readonly transactionId: TransactionId;
  readonly reference: ReceiptReference;
  readonly key: IdempotencyKey;
}

/** What became of an application so far. Only `done` and `refused` are final. */
export type ApplicationProgress =
  | { readonly state: 'queued' }
  | { readonly state: 'in-progress' }
  | { readonly state: 'done'; readonly applicationNumber: string; readonly readyBy: string }
  | { readonly state: 'refused'; readonly code: OperationRefusal };

export type ActivationEnd =
  | { readonly state: 'done' }
  | { readonly state: 'refused'; readonly code: OperationRefusal }
  /** Nothing was sent or it was voided: the card is as it was. */
  | { readonly state: 'nothing-happened' }
  /** Sent, no answer: it is being asked about, never sent again (INV-1 in spirit, INV-4). */
  | { readonly state: 'unknown' };

/**
 * A resident's requests with a journal (architecture.md "Transactions"). Implemented over the store: every method
 * that acts commits the intent before the act and the outcome after it, with outbox and audit rows in the same
 * commit.
 */
export interface Transactions {
  /**
   * APPLY: intent row and outbox row in one commit. When this returns the application is accepted (INV-4): it will
   * reach the authority exactly once in effect.
   */
  acceptApplication(
    application: Omit<ApplicationSubmit, 'kind' | 'receiptReference' | 'acceptedAt'>,
  ): OpenedTransaction;
  /** Waits at most `withinMs` for the sender to bring an answer; then says how far it is. */
  applicationProgress(id: TransactionId, withinMs: number, signal: AbortSignal): Promise<ApplicationProgress>;
  /**
   * ACT: intent on disk, one call, outcome on disk. PIN blocks are passed through and never stored. A lost answer is
   * asked about (then voided if never received) for up to `askForMs`; after that `unknown` and settled later.
   */
  activate(
    activation: Omit<CardActivate, 'kind' | 'receiptReference'>,
    askForMs: number,
    signal: AbortSignal,
  ): Promise<OpenedTransaction & { readonly end: ActivationEnd }>;
  /** The receipt was offered on paper (or not): last journal row of a resident's transaction. */
  receiptOffered(id: TransactionId, outcome: string): void;
  /** A reference for a slip that belongs to no transaction (no-face path). */
  slipReference(): ReceiptReference;
}

/** Append-only, hash-chained, synced. Detail fields are checked against the catalogue. */
export interface AuditTrail {
  record<E extends AuditEventId>(event: E, detail: AuditDetail<E>): void;
}
