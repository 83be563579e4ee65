import type { OperationRefusal } from '../contracts/central/operations.ts';
import { PIN_REFUSALS } from '../contracts/central/queries.ts';
import type { Refusal } from '../contracts/trouble.ts';

const isPinRefusal = (code: OperationRefusal): code is (typeof PIN_REFUSALS)[number] =>
  (PIN_REFUSALS as readonly string[]).includes(code);

/** What only a kiosk asks for: no resident can do anything about these. */
const BETWEEN_KIOSK_AND_OFFICE = [
  'order-unknown',
  'amount-too-large',
  'already-paid',
  'request-unknown',
  'not-bound',
  'not-personalised',
] as const;
type Internal = (typeof BETWEEN_KIOSK_AND_OFFICE)[number];

const isInternal = (code: OperationRefusal): code is Internal =>
  (BETWEEN_KIOSK_AND_OFFICE as readonly string[]).includes(code);

/** What the authority refused, in the words of the screens. The PIN was checked before: which rule is the bank's. */
export const refusalOfOperation = (code: OperationRefusal): Refusal => {
  if (isPinRefusal(code)) return 'pin-refused';
  return isInternal(code) ? 'office-says-no' : code;
};
