import type { OperationRefusal } from '../contracts/central/operations.ts';
import { PIN_REFUSALS } from '../contracts/central/queries.ts';
import type { Refusal } from '../contracts/trouble.ts';

const isPinRefusal = (code: OperationRefusal): code is (typeof PIN_REFUSALS)[number] =>
  (PIN_REFUSALS as readonly string[]).includes(code);

/** What the authority refused, in the words of the screens. The PIN was checked before: which rule is the bank's. */
export const refusalOfOperation = (code: OperationRefusal): Refusal =>
  isPinRefusal(code) ? 'pin-refused' : code;
