import type { RolloutState } from '../contracts/console/rollouts.ts';

/** All that a rollout's next step depends on. */
export interface Standing {
  readonly state: RolloutState;
  /** The wave that is open; 0: the canary. */
  readonly wave: number;
  /** Waves after the canary. */
  readonly waves: number;
  /** Somebody started it. */
  readonly started: boolean;
  /** The canary was opened: there may be kiosks that have it. */
  readonly opened: boolean;
}

/** `due`, `gate-…`, `everybody-back` come of the clock and of what kiosks tell; the others of operators. */
export const ROLLOUT_EVENTS = [
  'start',
  'due',
  'gate-passed',
  'gate-failed',
  'advance',
  'pause',
  'resume',
  'stop',
  'return',
  'everybody-back',
] as const;
export type RolloutEvent = (typeof ROLLOUT_EVENTS)[number];

/** `widens`: the wave of `to` is given out; `watches-anew`: gates look at nothing earlier. */
export type Step =
  | { readonly kind: 'goes'; readonly to: Standing; readonly effect: 'widens' | 'watches-anew' | null }
  /** Said before, or too late: nothing is wrong and nothing changes. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused' };

type Turn = (standing: Standing) => Step;

const ignored: Turn = () => ({ kind: 'ignored' });
const refused: Turn = () => ({ kind: 'refused' });
const to =
  (state: RolloutState): Turn =>
  (standing) => ({ kind: 'goes', to: { ...standing, state }, effect: null });

/** Where nobody has it there is nothing to turn back. */
const turnBack: Turn = (standing) => (standing.opened ? to('returning')(standing) : { kind: 'refused' });

const start: Turn = (standing) =>
  standing.started ? { kind: 'ignored' } : { kind: 'goes', to: { ...standing, started: true }, effect: null };

const openCanary: Turn = (standing) =>
  standing.started
    ? { kind: 'goes', to: { ...standing, state: 'canary', wave: 0, opened: true }, effect: 'widens' }
    : { kind: 'ignored' };

const nextWave: Turn = (standing) =>
  standing.wave < standing.waves
    ? { kind: 'goes', to: { ...standing, state: 'wave', wave: standing.wave + 1 }, effect: 'widens' }
    : to('done')(standing);

const goOn: Turn = (standing) => ({
  kind: 'goes',
  to: { ...standing, state: standing.opened ? (standing.wave === 0 ? 'canary' : 'wave') : 'scheduled' },
  effect: 'watches-anew',
});

const WATCHED: Readonly<Record<RolloutEvent, Turn>> = {
  start: ignored,
  due: ignored,
  'gate-passed': nextWave,
  'gate-failed': to('paused'),
  advance: nextWave,
  pause: to('paused'),
  resume: ignored,
  stop: to('stopped'),
  return: turnBack,
  'everybody-back': ignored,
};

/** Over, or on the way back: whatever the clock says, nothing widens any more. */
const OVER: Readonly<Record<RolloutEvent, Turn>> = {
  start: refused,
  due: ignored,
  'gate-passed': ignored,
  'gate-failed': ignored,
  advance: refused,
  pause: refused,
  resume: refused,
  stop: refused,
  return: turnBack,
  'everybody-back': ignored,
};

const TURNS: Readonly<Record<RolloutState, Readonly<Record<RolloutEvent, Turn>>>> = {
  scheduled: {
    start,
    due: openCanary,
    'gate-passed': ignored,
    'gate-failed': ignored,
    advance: refused,
    pause: to('paused'),
    resume: ignored,
    stop: to('stopped'),
    return: refused,
    'everybody-back': ignored,
  },
  canary: WATCHED,
  wave: WATCHED,
  paused: {
    start,
    due: ignored,
    'gate-passed': ignored,
    'gate-failed': ignored,
    advance: refused,
    pause: ignored,
    resume: goOn,
    stop: to('stopped'),
    return: turnBack,
    'everybody-back': ignored,
  },
  stopped: { ...OVER, stop: ignored },
  returning: { ...OVER, return: ignored, 'everybody-back': to('returned') },
  returned: { ...OVER, return: ignored },
  done: OVER,
};

/** What an event does to a rollout: every event has its answer in every state. */
export const stepOf = (standing: Standing, event: RolloutEvent): Step =>
  TURNS[standing.state][event](standing);

/** States in which whoever is in an open wave gets the new configuration, also those who join late. */
export const HANDS_OUT: readonly RolloutState[] = ['canary', 'wave', 'done'];
/** Not over: no other rollout of the same kind and line may begin. */
export const NOT_OVER: readonly RolloutState[] = ['scheduled', 'canary', 'wave', 'paused', 'returning'];
/** New and late kiosks join these. */
export const JOINABLE: readonly RolloutState[] = ['scheduled', 'canary', 'wave', 'paused', 'done'];
