import { dayInShanghai } from '../calendar/calendar-day.ts';
import type { ResidentCardAnswer } from '../contracts/central/queries.ts';
import type { Place } from '../contracts/view.ts';
import type { AuthorityTrouble } from '../ports/authority.ts';
import type { Result } from '../result.ts';
import { type Ending, refusal, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';

/** The card that counts for a person, as the authority knows it. */
export type KnownCard = Extract<ResidentCardAnswer, { found: true }>;

/** What the authority's answer already ends; null goes on. */
export function cardFactsEnding(answer: Result<ResidentCardAnswer, AuthorityTrouble>): Ending | null {
  if (!answer.ok) {
    return trouble(answer.error.kind === 'link-down' ? 'link-down' : 'authority-refused-to-answer');
  }
  if (!answer.value.found) return refusal('no-card', undefined, ['apply']);
  if (answer.value.requestPending) {
    const { requestNumber, readyBy } = answer.value.requestPending;
    return refusal('request-pending', { reference: requestNumber, readyBy }, ['progress']);
  }
  return null;
}

export const knownCard = (answer: Result<ResidentCardAnswer, AuthorityTrouble> | null): KnownCard => {
  if (!answer?.ok || !answer.value.found) throw new Error('no card is known');
  return answer.value;
};

/** What the charge of this person will be decided on (LOSS-4, REPL-3). */
export function noteWaivers(kit: FlowKit, answer: Result<ResidentCardAnswer, AuthorityTrouble> | null): void {
  if (answer?.ok && answer.value.found) kit.notes.note({ waivers: answer.value.waivers });
}

/** States that let nobody report, replace or exchange (M A12, A42; services.md "The card"). */
export function unusableCardEnding({ socialSecurity, cardNumberMasked }: KnownCard): Ending | null {
  switch (socialSecurity) {
    case 'in-production':
    case 'awaiting-collection':
      return refusal('not-yet-collected', { cardNumberMasked }, ['progress']);
    case 'suspended':
    case 'recalled':
    case 'cancelled':
      return refusal(socialSecurity, { cardNumberMasked });
    default:
      return null;
  }
}

export const today = (kit: FlowKit) => dayInShanghai(kit.clock.now());

/** Where a card is collected unless the resident chooses another place: the first of the pack's list. */
export function outletOf(kit: FlowKit, id: string | null): Place {
  const { collectionOutlets } = kit.policy.application;
  const outlet = collectionOutlets.find((one) => one.id === id) ?? collectionOutlets[0];
  if (!outlet) throw new Error('a pack without outlets');
  return outlet;
}

/** APPLY-6, REPL-1: made here and now, where pack and machines allow. */
export const makesHere = (kit: FlowKit, service: 'apply' | 'replace' | 'swap' | 'exchange'): boolean =>
  kit.policy.issuance.instantFor.includes(service) && kit.machines().canMakeCards;
