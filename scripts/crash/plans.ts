import type { CrashPointName } from '../../main/core/crash-points.ts';
import { CRASH_POINTS } from '../../main/core/crash-points.ts';
import type { Dice } from './dice.ts';
import type { Manner } from './person.ts';
import { VISITS, type VisitName } from './visits.ts';

/** What else goes wrong in a case, besides the kills. */
export interface Circumstances {
  /** The first blank's chip falls silent: it goes to the bin. */
  readonly chipFails: boolean;
  /** The link is cut when the resident stands before the last question, and comes back when they are gone. */
  readonly linkCut: boolean;
  /** One exchange of an operation breaks, before or after its effect. */
  readonly exchangeBreaks: 'drop-before-effect' | 'drop-after-effect' | null;
}

/** When core is killed: at a named place, or so long after that many screens (or after the kill before). */
export type Trigger =
  | { readonly kind: 'point'; readonly point: CrashPointName }
  | { readonly kind: 'moment'; readonly screens: number; readonly ms: number };

/** One resident's visit and the kills that strike it, one after the other. */
export interface CasePlan {
  readonly visit: VisitName;
  /** Who comes; one of those who can have it where absent. */
  readonly resident?: string;
  readonly manner: Manner;
  readonly circumstances: Circumstances;
  readonly triggers: readonly Trigger[];
}

/** How a point comes to be reached: in which visits, with what, and after which kill before. */
interface Way {
  readonly visits: readonly VisitName[];
  readonly after?: CrashPointName;
  readonly chipFails?: boolean;
  readonly leavesCard?: boolean;
  readonly cancels?: boolean;
}

const QUEUED: readonly VisitName[] = ['apply-to-outlet', 'temporary-loss', 'certify'];
const AT_ONCE: readonly VisitName[] = ['activate', 'undo-loss', 'contact-data'];
const MAKING: readonly VisitName[] = ['replace', 'swap', 'exchange', 'apply-now'];
const GIVING_BACK: readonly VisitName[] = ['swap', 'exchange'];

/** By the beginning of a point's name; the first that fits. */
const WAYS: readonly (readonly [begins: string, ways: readonly Way[]])[] = [
  ['application-', [{ visits: QUEUED }]],
  ['send-', [{ visits: QUEUED }, { visits: ['swap'] }]],
  ['activation-before-void', [{ visits: AT_ONCE, after: 'activation-after-intent' }]],
  ['activation-after-void', [{ visits: AT_ONCE, after: 'activation-after-intent' }]],
  ['activation-', [{ visits: AT_ONCE }]],
  ['receipt-', [{ visits: VISITS }]],
  [
    'settle-',
    [
      { visits: AT_ONCE, after: 'activation-after-call' },
      { visits: MAKING, after: 'request-submit-after-act' },
      { visits: MAKING, after: 'request-bind-after-act' },
    ],
  ],
  ['audit-', [{ visits: VISITS }]],
  ['request-pay-', [{ visits: ['formal-loss', 'replace', 'exchange'] }]],
  ['request-loss-', [{ visits: ['formal-loss', 'replace'] }]],
  ['request-cancel-', [{ visits: ['formal-loss', 'replace', 'exchange'], cancels: true }]],
  [
    'request-refund-',
    [
      { visits: ['formal-loss', 'replace'], after: 'request-loss-before-intent' },
      { visits: ['exchange'], after: 'request-submit-before-intent' },
    ],
  ],
  [
    'request-to-bin-',
    [
      { visits: MAKING, chipFails: true },
      { visits: MAKING, leavesCard: true },
    ],
  ],
  ['request-retain-old-', [{ visits: GIVING_BACK }]],
  ['request-switch-', [{ visits: GIVING_BACK }]],
  ['request-before-', [{ visits: MAKING }, { visits: ['formal-loss'] }]],
  ['request-after-', [{ visits: MAKING }, { visits: ['formal-loss'] }]],
  ['request-', [{ visits: MAKING }]],
];

const waysTo = (point: CrashPointName): readonly Way[] => {
  const found = WAYS.find(([begins]) => point.startsWith(begins));
  if (!found) throw new Error(`no way to ${point} is known`);
  return found[1];
};

/** Seldom enough that most kills strike a case in which nothing else is wrong. */
const SELDOM = 0.12;
/** Longest pause before a kill at a random moment, milliseconds: a session's step, or a whole start. */
const STEP_MS = 120;
const START_MS = 1_100;
/** A willing visit publishes about so many screens. */
const SCREENS = 30;

/** A case that is to reach this point. */
export function planTo(point: CrashPointName, dice: Dice): CasePlan {
  const way = dice.pick(waysTo(point));
  const points = [...(way.after ? [way.after] : []), point];
  return {
    visit: dice.pick(way.visits),
    manner: {
      takesCards: way.leavesCard !== true,
      pays: way.cancels ? 'cancel' : 'pay',
      // Whoever came back would disturb what the second kill waits for.
      comesBack: points.length === 1 && dice.chance(0.7),
    },
    circumstances: { chipFails: way.chipFails === true, linkCut: false, exchangeBreaks: null },
    triggers: [
      ...points.map((one): Trigger => ({ kind: 'point', point: one })),
      ...(dice.chance(0.4) ? [whileStarting(dice)] : []),
    ],
  };
}

/** Anybody, anything, killed at any moment, once or more often. */
export function planAtRandom(dice: Dice): CasePlan {
  const again = [0, 1, 2].filter(() => dice.chance(0.5));
  return {
    visit: dice.pick(VISITS),
    manner: {
      takesCards: !dice.chance(SELDOM),
      pays: dice.chance(SELDOM) ? 'cancel' : 'pay',
      comesBack: dice.chance(0.75),
    },
    circumstances: {
      chipFails: dice.chance(SELDOM),
      linkCut: dice.chance(SELDOM),
      exchangeBreaks: dice.chance(SELDOM)
        ? dice.pick(['drop-before-effect', 'drop-after-effect'] as const)
        : null,
    },
    triggers: [
      { kind: 'moment', screens: dice.below(SCREENS), ms: dice.below(STEP_MS) },
      ...again.map(() => whileStarting(dice)),
    ],
  };
}

const whileStarting = (dice: Dice): Trigger => ({ kind: 'moment', screens: 0, ms: dice.below(START_MS) });

/** Share of cases that go for a point, the least visited first; the others are killed at random. */
const FOR_A_POINT = 0.6;

export function nextPlan(dice: Dice, reached: ReadonlyMap<CrashPointName, number>): CasePlan {
  if (!dice.chance(FOR_A_POINT)) return planAtRandom(dice);
  const least = Math.min(...CRASH_POINTS.map((point) => reached.get(point) ?? 0));
  return planTo(dice.pick(CRASH_POINTS.filter((point) => (reached.get(point) ?? 0) === least)), dice);
}
