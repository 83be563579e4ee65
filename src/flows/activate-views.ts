import { dayInShanghai } from '../calendar/calendar-day.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import { maskAccountNumber, maskCardNumber, maskName } from '../identity/masking.ts';
import { feeOn } from '../policy/fee.ts';
import type { ActivateContext } from './activate.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';

/** Check your answers; the PIN is only ever "set". */
export function activationAnswersBody(context: ActivateContext, { kit }: ViewEnvironment): ScreenBody {
  const chip = (field: ResidentField, value: string) => ({ field, value, fromChip: true, change: false });
  const answer = (field: ResidentField, value: string) => ({ field, value, fromChip: false, change: true });
  return {
    screen: 'check-answers',
    lines: [
      chip('name', maskName(context.identity.name)),
      chip('card-number', maskCardNumber(context.card?.cardNumber ?? '')),
      chip('account-number', maskAccountNumber(context.card?.accountNumber ?? '')),
      answer('pin', 'set'),
      answer('balance-sms', context.balanceSms ? 'yes' : 'no'),
    ],
    feeFen: feeOn(kit.policy.activation.fee, dayInShanghai(kit.clock.now())) ?? 0,
    queued: false,
  };
}
