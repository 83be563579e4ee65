import { dayInShanghai } from '../calendar/calendar-day.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import { maskAccountNumber, maskCardNumber, maskName } from '../identity/masking.ts';
import { feeOn } from '../policy/fee.ts';
import { inLanguage } from '../policy/in-language.ts';
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

/** The card of another kind that ends when this one is activated, by its name in the pack. */
export function olderCardBody(_: ActivateContext, { kit, language }: ViewEnvironment): ScreenBody {
  const { endsOlderCard } = kit.policy.electronicCard;
  return {
    screen: 'notice',
    what: 'ends-older-card',
    facts: endsOlderCard ? { name: inLanguage(endsOlderCard, language) } : {},
  };
}
