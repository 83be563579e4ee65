import type { ServiceId } from '../contracts/service.ts';
import type { RefusalFacts } from '../contracts/trouble.ts';
import type { Language } from '../contracts/view.ts';
import { divisionName } from '../identity/divisions.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';
import type { SessionContext } from './session-setup.ts';

/** How many counters fit a screen; the list of all outlets is a service of its own. */
const COUNTERS_SHOWN = 3;

const counters = ({ kit }: ViewEnvironment) => kit.policy.counters.slice(0, COUNTERS_SHOWN);

export const homeBody = (_: SessionContext, { kit }: ViewEnvironment): ScreenBody => ({
  screen: 'home',
  tiles: [...kit.tiles()],
  selfServiceAge: kit.policy.identity.selfServiceAge,
});

export const withoutFaceBody = (context: SessionContext, environment: ViewEnvironment): ScreenBody => ({
  screen: 'without-face',
  why: context.withoutFace ?? 'failed',
  staffCheck: environment.kit.policy.face.staffCheck,
  counters: counters(environment),
});

/** ID-2: somebody too young is told who goes with them and what to bring. */
export function refusalBody({ ending }: SessionContext, environment: ViewEnvironment): ScreenBody {
  if (ending?.kind !== 'refusal') throw new Error('refusal without a reason');
  const papers = ending.reason === 'under-age' ? environment.kit.policy.guardianPapers : [];
  return {
    screen: 'refusal',
    reason: ending.reason,
    facts: factsIn(ending.facts ?? {}, environment.language),
    papers: papers.map((paper) => inLanguage(paper, environment.language)),
    counters: counters(environment),
    instead: openOnly(ending.instead ?? [], environment),
  };
}

/** A region code becomes the name of the place that can help (ID-10). */
function factsIn(facts: RefusalFacts, language: Language): RefusalFacts {
  const name = facts.region === undefined ? null : divisionName(facts.region);
  return name === null ? facts : { ...facts, region: inLanguage(name, language) };
}

/** Offer only what this kiosk can do now. */
const openOnly = (services: readonly ServiceId[], { kit }: ViewEnvironment) =>
  services.filter((service) => kit.tiles().some((tile) => tile.service === service && tile.available));

export const troubleBody = ({ ending, cards }: SessionContext, environment: ViewEnvironment): ScreenBody => ({
  screen: 'trouble',
  what: ending?.kind === 'trouble' ? ending.what : 'internal',
  card: cards.includes('social-card') ? 'take-it-back' : 'none',
  nothingChanged: true,
  counters: counters(environment),
});

export const endedBody = ({ disposition }: SessionContext): ScreenBody => ({
  screen: 'ended',
  why: disposition === 'cancelled' || disposition === 'timed-out' ? disposition : 'goodbye',
});
