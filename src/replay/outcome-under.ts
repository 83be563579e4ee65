import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { ReplayedFact } from '../contracts/console/replay.ts';
import { faceDecision } from '../face/distance.ts';
import { type ChargeQuestion, chargeFor } from '../policy/charge.ts';
import { EXCHANGE_REASONS, FEE_WAIVERS } from '../policy/closed-sets.ts';
import { feeOn } from '../policy/fee.ts';
import { lossTermValue } from '../policy/loss-term.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { isServed } from '../policy/served-region.ts';
import type { PastOutcome } from './past-outcome.ts';

/** What a pack decides about each fact of a session; null: the session never came to it. Fees in fen. */
export type OutcomeUnder = Readonly<Record<ReplayedFact, string | number | null>>;

/** What this pack would decide about a past session, had it been on that day; by the rules' own functions. */
export function outcomeUnder(pack: PolicyPack, past: PastOutcome, on: CalendarDay = past.day): OutcomeUnder {
  return {
    'service-open': isOpen(pack, past) ? 'open' : 'closed',
    'document-accepted': past.document === null ? null : documentAccepted(pack, past.document),
    'old-enough': past.age === null ? null : past.age >= pack.identity.selfServiceAge ? 'yes' : 'no',
    'region-served': past.region === null ? null : regionServed(pack, past.region),
    face: past.faceDistance === null ? null : face(pack, past.faceDistance, past.faceTries ?? 1),
    'loss-term-offered': past.lossTerm === null ? null : lossTermOffered(pack, past.lossTerm),
    'exchange-place': past.exchangeReason === null ? null : exchangePlace(pack, past.exchangeReason),
    fee: past.disposition === 'completed' || past.chargedFen !== null ? fee(pack, past, on) : null,
  };
}

const isOpen = (pack: PolicyPack, { service }: PastOutcome): boolean =>
  pack.services.some((entry) => entry.service === service && entry.enabled);

/** ID-8 */
const documentAccepted = (pack: PolicyPack, document: string): string =>
  pack.identity.acceptedDocuments.some((kind) => kind === document) ? 'accepted' : 'not-accepted';

/** ID-10. A session keeps only the first digits: where a pack serves a town of that province, some of them count. */
function regionServed({ servedRegions }: PolicyPack, region: string): string {
  if (isServed(servedRegions, region)) return 'served';
  return servedRegions.some((prefix) => prefix.startsWith(region)) ? 'some' : 'not-served';
}

/** ID-5, ID-6 */
function face(pack: PolicyPack, distance: number, tries: number): string {
  if (tries > pack.face.tries) return 'no-tries-left';
  return faceDecision(distance, { accept: pack.face.acceptAtMost, refuse: pack.face.refuseAbove });
}

/** LOSS-2, LOSS-3 */
function lossTermOffered({ loss }: PolicyPack, term: string): string {
  const offered =
    term === 'formal' ? loss.formalAtKiosk : loss.temporaryTerms.some((one) => lossTermValue(one) === term);
  return offered ? 'offered' : 'not-offered';
}

/** EXCH-1 … EXCH-5 */
const exchangePlace = (pack: PolicyPack, reason: string): string =>
  pack.exchange.reasons.find((entry) => entry.reason === reason)?.where ?? 'not-offered';

/**
 * APPLY-5, LOSS-4, REPL-7, SWAP-4, EXCH-2. A session does not say whether a replacement reported the loss too: both
 * fees are counted, so that a change of either is seen.
 */
function fee(pack: PolicyPack, past: PastOutcome, on: CalendarDay): number | 'no-fee' | null {
  const question = (service: ChargeQuestion['service']): number | 'no-fee' => {
    const waivers = FEE_WAIVERS.filter((waiver) => past.waivers.split(',').includes(waiver));
    const exchangeReason = EXCHANGE_REASONS.find((reason) => reason === past.exchangeReason) ?? null;
    const charge = chargeFor({ service, policy: pack, on, waivers, lossToo: true, exchangeReason });
    return charge?.total ?? 'no-fee';
  };
  switch (past.service) {
    case 'apply':
      return feeOn(pack.application.fee, on) ?? 'no-fee';
    case 'activate':
      return feeOn(pack.activation.fee, on) ?? 'no-fee';
    case 'loss':
      return past.lossTerm === 'formal' ? question('loss') : null;
    case 'replace':
    case 'swap':
      return question(past.service);
    case 'exchange':
      return past.exchangeReason === null ? null : question('exchange');
    default:
      return null;
  }
}
