import { presentedCardAnswer } from '../card/activation-answer.ts';
import type { CardRequest } from '../contracts/central/operations.ts';
import type { Notice } from '../contracts/screen-words.ts';
import type { AcceptedIdentity } from '../identity/check-document.ts';
import { type Charge, chargeFor } from '../policy/charge.ts';
import type { AccountChoice } from '../policy/closed-sets.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';
import { unreachable } from '../result.ts';
import { cardFactsEnding, knownCard, outletOf, today, unusableCardEnding } from './card-facts.ts';
import type { CardOrderContext, OrderedService } from './card-order.ts';
import { type Ending, refusal, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { requestReceipt } from './request-receipt.ts';
import type { RequestOrder } from './steps/request-order.ts';

type Reason = PolicyPack['exchange']['reasons'][number];

/** EXCH-3, EXCH-4, EXCH-6: what needs papers is done at a counter; a new generation is a swap; null goes on. */
export const reasonEnding = (kit: FlowKit, { reason, where, topic }: Reason): Ending | null => {
  if (where === 'kiosk') return reason === 'generation' ? { kind: 'go-on', service: 'swap' } : null;
  const known = topic !== null && kit.policy.counterTopics.some(({ id }) => id === topic);
  return refusal('counter-only', known ? { topic } : undefined);
};

/** ID-9, ID-10, SWAP-1: what the chip alone decides; null goes on. */
export function presentedEnding(
  kit: FlowKit,
  service: OrderedService,
  identity: AcceptedIdentity,
  card: SocialSecurityCard,
): Ending | null {
  const presented = presentedCardAnswer(card, identity, kit.policy.servedRegions);
  if (!presented.ok) {
    return presented.error.kind === 'other-province'
      ? refusal('other-province', { region: presented.error.regionCode })
      : refusal('holder-mismatch');
  }
  return service === 'swap' && card.generation !== 2 ? refusal('not-second-generation') : null;
}

/** What the authority knows of the card (REPL-1, SWAP-1, EXCH-5); null goes on. */
export function orderEnding(kit: FlowKit, context: CardOrderContext): Ending | null {
  const { answer, service } = context;
  if (!answer) return trouble('internal');
  const ending = cardFactsEnding(answer);
  if (ending) return ending;
  const card = knownCard(answer);
  const unusable = unusableCardEnding(card) ?? stateEnding(service, context, card.socialSecurity);
  if (unusable) return unusable;
  return chargeOf(kit, context) === null ? refusal('counter-only') : null;
}

/** The states of a card that fit one service and not another. */
function stateEnding(
  service: OrderedService,
  { reason }: CardOrderContext,
  state: ReturnType<typeof knownCard>['socialSecurity'],
): Ending | null {
  switch (service) {
    case 'replace':
      return state === 'expired' ? refusal('expired', undefined, ['exchange']) : null;
    case 'swap':
    case 'exchange':
      if (state === 'temporarily-lost' || state === 'formally-lost')
        return refusal(state, undefined, ['replace']);
      return state === 'expired' && reason !== 'expiry' ? refusal('expired') : null;
    default:
      return unreachable(service);
  }
}

/** In fen, on this day, for this person (LOSS-4, REPL-3, REPL-7, SWAP-4, EXCH-2). */
export function chargeOf(kit: FlowKit, { service, answer, reason }: CardOrderContext): Charge | null {
  const { waivers } = knownCard(answer);
  return chargeFor({
    service,
    policy: kit.policy,
    on: today(kit),
    waivers,
    lossToo: reportsLoss({ service, answer }),
    exchangeReason: reason,
  });
}

/** REPL-1: offered in one journey with the formal loss, unless that stands already. */
const reportsLoss = ({ service, answer }: Pick<CardOrderContext, 'service' | 'answer'>): boolean =>
  service === 'replace' && knownCard(answer).socialSecurity !== 'formally-lost';

export function accountChoices(kit: FlowKit, service: OrderedService): readonly AccountChoice[] {
  const { replacement, swap, exchange } = kit.policy;
  return { replace: replacement, swap, exchange }[service].accountChoices;
}

/** What has to be said before the answers are checked, each on a screen of its own. */
export function noticesOf(
  kit: FlowKit,
  { service, account, answer, here }: CardOrderContext,
): readonly Notice[] {
  const { receivesBenefits, replacementsThisMonth } = knownCard(answer);
  const remindAbove = kit.policy.replacement.remindAbovePerMonth;
  const notices: (Notice | false)[] = [
    service === 'replace' ? 'replacement-voids-old-card' : here && 'old-card-is-kept',
    account === 'new' && receivesBenefits && 'new-account-tell-payers',
    remindAbove !== null && replacementsThisMonth >= remindAbove && 'many-replacements',
    !here && 'card-to-collect',
  ];
  return notices.filter((notice) => notice !== false);
}

const PURPOSES = { replace: 'replacement', swap: 'swap', exchange: 'exchange' } as const satisfies Record<
  OrderedService,
  CardRequest['purpose']
>;

/** What was confirmed, in the order of settlement.md. */
export function orderOf(kit: FlowKit, context: CardOrderContext): RequestOrder {
  const { service, identity, face, account, reason, oldCard, here } = context;
  const charge = chargeOf(kit, context);
  if (!account || !charge) throw new Error('an order before every answer');
  return {
    plan: { service, socialSecurityNumber: identity.socialSecurityNumber, charge: charge.items },
    loss: reportsLoss(context) ? { identity: { ...identity }, report: { loss: 'formal' }, face } : null,
    request: {
      kind: 'card.request',
      purpose: PURPOSES[service],
      exchangeReason: service === 'exchange' ? reason : null,
      oldCardId: oldCard?.cardId ?? null,
      account,
      issue: here ? 'on-the-spot' : 'at-outlet',
      collectionOutlet: outletOf(kit, context.outlet).id,
      identity: { ...identity },
      face,
    },
    makeHere: here,
    keepsOldCard: here && service !== 'replace',
  };
}

export function cardOrderReceipt(kit: FlowKit, context: CardOrderContext): Ending {
  return requestReceipt({
    service: context.service,
    carried: context.carried,
    place: outletOf(kit, context.outlet),
    collectWithinDays: kit.policy.application.collectWithinDays,
    tellPayers: context.account === 'new' && knownCard(context.answer).receivesBenefits,
    ownCard: context.givenBack,
  });
}
