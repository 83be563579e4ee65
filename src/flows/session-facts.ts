import { ageOn, dayInShanghai } from '../calendar/calendar-day.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { IdentityDocument } from '../identity/document.ts';
import type { ExchangeReason, FeeWaiver } from '../policy/closed-sets.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { type PastOutcome, pastOutcome } from '../replay/past-outcome.ts';
import type { Ending } from './ending.ts';
import type { LossTermValue } from './loss-acts.ts';

/** What the pack is asked about in a session; kinds, years, codes and amounts, and nobody's name or number. */
export interface NotedFacts {
  readonly document: IdentityDocument['kind'] | null;
  /** Full years (ID-2). */
  readonly age: number | null;
  /** ID-10: the first two digits of the region that issued the card; more of them would narrow down a town. */
  readonly region: string | null;
  readonly generation: 2 | 3 | null;
  /** Of the last comparison that was measured, in thousandths. */
  readonly faceDistance: number | null;
  readonly faceTries: number | null;
  readonly lossTerm: LossTermValue | 'formal' | null;
  readonly exchangeReason: ExchangeReason | null;
  readonly waivers: readonly FeeWaiver[];
  readonly chargedFen: number | null;
}

/** About the service, and not about who is there. */
const NOTHING_DECIDED = { lossTerm: null, exchangeReason: null, chargedFen: null } as const;

const NOTHING_NOTED: NotedFacts = {
  document: null,
  age: null,
  region: null,
  generation: null,
  faceDistance: null,
  faceTries: null,
  waivers: [],
  ...NOTHING_DECIDED,
};

/** The notes of one session. Steps write what was decided on; the session takes them with it when it ends (INV-6). */
export class SessionNotes {
  #noted: NotedFacts = NOTHING_NOTED;

  note(facts: Partial<NotedFacts>): void {
    this.#noted = { ...this.#noted, ...facts };
  }

  /** What was noted for one service of the session; of the person it stays for the next one. */
  takeService(): NotedFacts {
    const noted = this.#noted;
    this.#noted = { ...noted, ...NOTHING_DECIDED };
    return noted;
  }

  /** What was noted; nothing of it stays behind. */
  take(): NotedFacts {
    const noted = this.#noted;
    this.#noted = NOTHING_NOTED;
    return noted;
  }

  /** INV-6: what a start screen must find. */
  get empty(): boolean {
    return this.#noted === NOTHING_NOTED;
  }
}

/** Kind of a document and its holder's full years on that day; whatever came of it. */
export function documentFacts(
  { kind, birthDate }: Pick<IdentityDocument, 'kind' | 'birthDate'>,
  now: number,
): Pick<NotedFacts, 'document' | 'age'> {
  const age = ageOn(birthDate, dayInShanghai(now));
  // A birth date that nobody has is no age.
  return { document: kind, age: pastOutcome.shape.age.safeParse(age).data ?? null };
}

/** Where a card is from and which generation it is; `region` is enough of a card that keeps the rest to itself. */
export const cardFacts = (region: string, generation: 2 | 3): Pick<NotedFacts, 'region' | 'generation'> => ({
  region: region.slice(0, 2),
  generation,
});

interface EndedSession {
  readonly service: ServiceId;
  readonly disposition: PastOutcome['disposition'];
  readonly ending: Ending | null;
  /** ID-6: it went no further because there was no face. */
  readonly withoutFace: boolean;
  readonly noted: NotedFacts;
  readonly policy: Pick<PolicyPack, 'id' | 'version'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly seconds: number;
}

/** The record of a session for the replay of drafts (`session-facts`). */
export function sessionFacts(session: EndedSession): PastOutcome {
  const { service, disposition, noted, policy, now, seconds } = session;
  return {
    day: dayInShanghai(now),
    pack: `${policy.id} ${policy.version}`,
    service,
    ...noted,
    waivers: noted.waivers.join(','),
    disposition,
    outcome: outcomeOf(session),
    seconds: Math.max(0, Math.round(seconds)),
  };
}

/** Refusal, receipt state or trouble; all of them closed sets. */
function outcomeOf({ ending, withoutFace }: EndedSession): string | null {
  switch (ending?.kind) {
    case 'receipt':
      return ending.receipt.state;
    case 'refusal':
      return ending.reason;
    case 'trouble':
      return ending.what;
    default:
      return withoutFace ? 'without-face' : null;
  }
}
