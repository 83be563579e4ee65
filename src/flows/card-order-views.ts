import type { ResidentField } from '../contracts/resident-field.ts';
import { maskIdentityNumber, maskName } from '../identity/masking.ts';
import { chargeFor } from '../policy/charge.ts';
import type { ExchangeReason } from '../policy/closed-sets.ts';
import { knownCard, outletOf, today } from './card-facts.ts';
import type { CardOrderContext } from './card-order.ts';
import { accountChoices, chargeOf } from './card-order-acts.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenBody } from './screen.ts';

/** EXCH-1, EXCH-2: what each reason costs, where the kiosk does it. */
export function reasonOptions(kit: FlowKit) {
  const { policy } = kit;
  const feeOf = (exchangeReason: ExchangeReason) =>
    chargeFor({ service: 'exchange', policy, on: today(kit), waivers: [], lossToo: false, exchangeReason })
      ?.total ?? null;
  return policy.exchange.reasons.map(({ reason, where }) => ({
    value: reason,
    label: null,
    note: where,
    feeFen: where === 'kiosk' ? feeOf(reason) : null,
  }));
}

export const reasonBody = (kit: FlowKit, { reason }: CardOrderContext): ScreenBody => ({
  screen: 'choose',
  question: 'exchange-reason',
  options: reasonOptions(kit),
  chosen: reason,
});

export const accountBody = (kit: FlowKit, { service, account }: CardOrderContext): ScreenBody => ({
  screen: 'choose',
  question: 'account-number',
  options: accountChoices(kit, service).map((value) => ({ value, label: null, note: null, feeFen: null })),
  chosen: account,
});

export function noticeBody(kit: FlowKit, context: CardOrderContext): ScreenBody {
  const what = context.notices[context.noticeAt];
  if (what === undefined) throw new Error('no notice to show');
  const { replacementsThisMonth, cardNumberMasked } = knownCard(context.answer);
  return {
    screen: 'notice',
    what,
    facts: {
      cardNumberMasked,
      count: String(replacementsThisMonth),
      days: String(kit.policy.issuance.readyWithinWorkingDays),
    },
  };
}

export const orderPlacesBody = (kit: FlowKit, { outlet }: CardOrderContext): ScreenBody => ({
  screen: 'collection-place',
  places: kit.policy.application.collectionOutlets,
  chosen: outlet,
});

/** Check your answers: what it costs, before anything happens. */
export function orderAnswersBody(kit: FlowKit, context: CardOrderContext): ScreenBody {
  const { identity, answer, account, here, service, reason } = context;
  const known = (field: ResidentField, value: string) => ({ field, value, fromChip: true, change: false });
  const answered = (field: ResidentField, value: string, change: boolean) => ({
    field,
    value,
    fromChip: false,
    change,
  });
  return {
    screen: 'check-answers',
    lines: [
      known('name', maskName(identity.name)),
      known('document-number', maskIdentityNumber(identity.number)),
      known('card-number', knownCard(answer).cardNumberMasked),
      ...(reason ? [answered('exchange-reason', reason, false)] : []),
      answered('account-choice', account ?? '', accountChoices(kit, service).length > 1),
      answered('how-to-get-it', here ? 'now' : 'outlet', false),
      ...(here ? [] : [answered('collection-place', outletOf(kit, context.outlet).name, true)]),
    ],
    feeFen: chargeOf(kit, context)?.total ?? 0,
    queued: false,
  };
}
