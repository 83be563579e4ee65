import type { ServiceId } from '../contracts/service.ts';
import type { RefusalFacts } from '../contracts/trouble.ts';
import { divisionName } from '../identity/divisions.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { FlowKit } from './kit.ts';
import { nearbyCounters } from './nearby-counters.ts';
import { noticesFor, tilesSaying } from './notices.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';
import type { SessionContext } from './session-setup.ts';

const counters = ({ kit }: ViewEnvironment) => nearbyCounters(kit.policy);

export const welcomeBody = (
  { cardLeftBehind }: SessionContext,
  environment: ViewEnvironment,
): ScreenBody => ({
  screen: 'welcome',
  cardLeftBehind,
  notices: noticesFor(environment),
});

export const homeBody = (_: SessionContext, environment: ViewEnvironment): ScreenBody => ({
  screen: 'home',
  tiles: tilesSaying(environment),
  notices: noticesFor(environment),
  selfServiceAge: environment.kit.policy.identity.selfServiceAge,
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
  const { guardianPapers, counterTopics } = environment.kit.policy;
  const topic = counterTopics.find(({ id }) => id === ending.facts?.topic);
  const papers = ending.reason === 'under-age' ? guardianPapers : (topic?.papers ?? []);
  return {
    screen: 'refusal',
    reason: ending.reason,
    facts: factsIn(ending.facts ?? {}, environment),
    papers: papers.map((paper) => inLanguage(paper, environment.language)),
    counters: counters(environment),
    instead: openOnly(ending.instead ?? [], environment.kit),
  };
}

/** A region code becomes the name of the place that can help (ID-10), a topic's id its title. */
function factsIn(
  { region, topic, ...facts }: RefusalFacts,
  { kit, language }: ViewEnvironment,
): RefusalFacts {
  const place = region === undefined ? null : divisionName(region);
  const title = kit.policy.counterTopics.find(({ id }) => id === topic)?.title;
  return {
    ...facts,
    ...(region !== undefined && { region: place === null ? region : inLanguage(place, language) }),
    ...(title && { topic: inLanguage(title, language) }),
  };
}

/** Offer only what this kiosk can do now. */
export const openOnly = (services: readonly ServiceId[], kit: FlowKit) =>
  services.filter((service) => kit.tiles().some((tile) => tile.service === service && tile.available));

export const troubleBody = ({ ending, cards }: SessionContext, environment: ViewEnvironment): ScreenBody => ({
  screen: 'trouble',
  what: ending?.kind === 'trouble' ? ending.what : 'internal',
  card: cards.includes('social-card') || environment.kit.ownCard.inside() ? 'take-it-back' : 'none',
  nothingChanged: true,
  counters: counters(environment),
});

export const endedBody = ({ disposition }: SessionContext): ScreenBody => ({
  screen: 'ended',
  why: disposition === 'cancelled' || disposition === 'timed-out' ? disposition : 'goodbye',
});
