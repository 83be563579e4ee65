import type { TransactionId } from '../brand.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { Refusal } from '../contracts/trouble.ts';
import type { Place } from '../contracts/view.ts';
import type { ReceiptState } from './receipt-state.ts';

/** What a receipt says, before it is put into a language. */
export interface ReceiptFacts {
  readonly state: ReceiptState;
  readonly service: ServiceId;
  readonly reference: string;
  readonly transactionId: TransactionId | null;
  readonly applicationNumber: string | null;
  readonly readyBy: string | null;
  readonly collectWithinDays: number | null;
  readonly place: Place | null;
  readonly refusal: Refusal | null;
  readonly mobileUnconfirmed: boolean;
  /** Lines a counter needs to go on where the kiosk stopped (ID-6); masked where paper may lie about. */
  readonly carried: readonly { readonly field: ResidentField; readonly value: string }[];
}
