import type { CoreMessage } from '../../src/contracts/core-link.ts';
import { unreachable } from '../../src/result.ts';
import { RESTART_AFTER, SILENCE_LIMIT, STARTING_GRACE, STEADY_AFTER } from './delays.ts';

/**
 * Why there is no core at the moment.
 * - `ended`: the process is gone (crash, native add-on, killed from outside)
 * - `silent`: it missed its heartbeats and was killed
 * - `broke-contract`: it said something that is no `CoreMessage`, and was killed
 * - `fatal`: starting again will not help; `message` is the sentence for the technician
 * - `stopped`: the shell is closing
 */
export type CoreDown =
  | { readonly kind: 'ended' | 'silent' | 'broke-contract' | 'stopped' }
  | { readonly kind: 'fatal'; readonly message: string };

/** Times are milliseconds of a clock that nobody sets. `failures` counts ends in a row without a steady minute. */
export type Supervision =
  | {
      readonly phase: 'running';
      readonly failures: number;
      readonly startedAt: number;
      /** Null until core has said anything. */
      readonly lastSign: number | null;
      readonly readyAt: number | null;
    }
  /** Killed; the next core waits until this one is really gone, so that the store never has two writers. */
  | { readonly phase: 'dying'; readonly failures: number; readonly restarts: boolean }
  | { readonly phase: 'resting'; readonly failures: number; readonly until: number }
  /** Told to stop, or fatal. */
  | { readonly phase: 'over' };

export type SupervisionEvent =
  | { readonly kind: 'said'; readonly message: CoreMessage }
  | { readonly kind: 'said-nonsense' }
  | { readonly kind: 'exited' }
  /** Time may have come for something; harmless at any moment. */
  | { readonly kind: 'look' }
  | { readonly kind: 'stop' };

export type Act =
  | { readonly act: 'start' }
  | { readonly act: 'kill' }
  | { readonly act: 'pass-on'; readonly message: CoreMessage }
  | { readonly act: 'say-down'; readonly why: CoreDown };

/** Rest before the first, second … restart, milliseconds; the last one stands for all after it. */
export type RestartAfter = readonly number[];

export interface Step {
  readonly next: Supervision;
  readonly acts: readonly Act[];
}

/** The first start. */
export const begin = (now: number): Step => start(now, 0);

/** What follows from one event; no clock, no process, so that every order of events can be tested. */
export function step(
  state: Supervision,
  event: SupervisionEvent,
  now: number,
  restartAfter: RestartAfter = RESTART_AFTER,
): Step {
  const stay = { next: state, acts: [] };
  switch (state.phase) {
    case 'running':
      return whileRunning(state, event, now, restartAfter);
    case 'dying':
      if (event.kind === 'stop') return { next: { ...state, restarts: false }, acts: [] };
      if (event.kind !== 'exited') return stay;
      return state.restarts ? rest(state.failures, now, restartAfter) : { next: { phase: 'over' }, acts: [] };
    case 'resting':
      if (event.kind === 'stop') return { next: { phase: 'over' }, acts: [] };
      return now >= state.until ? start(now, state.failures) : stay;
    case 'over':
      return stay;
    default:
      return unreachable(state);
  }
}

/** When to look again, in milliseconds of the clock; null: only an event can change anything. */
export function nextLook(state: Supervision): number | null {
  if (state.phase === 'resting') return state.until;
  return state.phase === 'running' ? silentAt(state) : null;
}

type Running = Extract<Supervision, { phase: 'running' }>;

function whileRunning(
  state: Running,
  event: SupervisionEvent,
  now: number,
  restartAfter: RestartAfter,
): Step {
  switch (event.kind) {
    case 'said': {
      const { message } = event;
      if (message.kind === 'fatal')
        return putDown(state, { kind: 'fatal', message: message.message }, false, now);
      const readyAt = message.kind === 'ready' ? now : state.readyAt;
      return { next: { ...state, lastSign: now, readyAt }, acts: [{ act: 'pass-on', message }] };
    }
    case 'said-nonsense':
      return putDown(state, { kind: 'broke-contract' }, true, now);
    case 'exited': {
      const { next } = rest(failuresAfter(state, now), now, restartAfter);
      return { next, acts: [{ act: 'say-down', why: { kind: 'ended' } }] };
    }
    case 'look':
      if (now < silentAt(state)) return { next: state, acts: [] };
      return putDown(state, { kind: 'silent' }, true, now);
    case 'stop':
      return putDown(state, { kind: 'stopped' }, false, now);
    default:
      return unreachable(event);
  }
}

const silentAt = (state: Running): number =>
  state.lastSign === null ? state.startedAt + STARTING_GRACE : state.lastSign + SILENCE_LIMIT;

const start = (now: number, failures: number): Step => ({
  next: { phase: 'running', failures, startedAt: now, lastSign: null, readyAt: null },
  acts: [{ act: 'start' }],
});

function putDown(state: Running, why: CoreDown, restarts: boolean, now: number): Step {
  const next = { phase: 'dying', failures: failuresAfter(state, now), restarts } as const;
  return { next, acts: [{ act: 'say-down', why }, { act: 'kill' }] };
}

function rest(failures: number, now: number, restartAfter: RestartAfter): Step {
  const until = now + (restartAfter[Math.min(failures, restartAfter.length) - 1] ?? 0);
  return { next: { phase: 'resting', failures, until }, acts: [] };
}

function failuresAfter(state: Running, now: number): number {
  const steady = state.readyAt !== null && now - state.readyAt >= STEADY_AFTER;
  return steady ? 1 : state.failures + 1;
}
