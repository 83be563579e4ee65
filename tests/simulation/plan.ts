import type { DeviceClass } from '../../src/flows/tiles.ts';
import type { DeviceFault } from '../matrix/world/fault-switch.ts';

/**
 * What happens to one kiosk, as data: drawn from a seed, made shorter by the shrinker, played by the run. What a
 * session's people and wires do by chance hangs on the seed and the session's number alone, so that a plan with
 * sessions taken out plays the others as before.
 */
export interface Plan {
  readonly seed: number;
  readonly sessions: readonly SessionPlan[];
}

export interface SessionPlan {
  readonly number: number;
  /** The kiosk is left alone this long before, milliseconds. */
  readonly pauseMs: number;
  /** Name of an archetype of `people/archetypes.ts`. */
  readonly archetype: string;
  /** Number of an earlier session whose person comes back; null: somebody new. */
  readonly again: number | null;
  readonly manner: Manner;
  readonly blows: readonly Blow[];
  /** Afterwards everything is healed, time passes until nothing waits, and everything is checked. */
  readonly calmAfter: boolean;
}

/** How a person goes about it. Chances are per screen. */
export interface Manner {
  /** From seeing a screen to touching it, milliseconds. */
  readonly handMs: readonly [least: number, most: number];
  readonly doubleTouch: number;
  /** Touches something else that is offered. */
  readonly confused: number;
  readonly wrongPin: number;
  /** Pulls a card out of a reader. */
  readonly pullsCard: number;
  readonly walksAway: number;
  readonly leaves: number;
  readonly pays: 'pay' | 'pay-twice' | 'refuse' | 'expire' | 'not' | 'cancel' | 'late';
  readonly takes: 'at-once' | 'late' | 'never';
}

/** What is counted from the session's first touch. */
export const MARKS = [
  'view',
  'device-call',
  'request',
  'commit',
  'disk-act',
  'crash-point',
  /** A device has done what it was asked for, and the software has not heard of it yet. */
  'act-done',
  /** An answer has arrived, and the software has not read it yet. */
  'answer',
] as const;
export type Mark = (typeof MARKS)[number];

/** Strikes when so many of its mark were counted; one that is not reached strikes never. */
export interface Blow {
  readonly on: Mark;
  readonly after: number;
  readonly what: Strike;
}

export type Strike =
  | {
      readonly kind: 'device';
      readonly device: DeviceClass;
      readonly fault: DeviceFault;
      readonly healsAfterMs: number;
    }
  | {
      readonly kind: 'machine';
      readonly what: 'issuer-bin-full' | 'acceptor-bin-full' | 'documents-late' | 'faces-late' | 'paper-out';
      readonly healsAfterMs: number;
    }
  | { readonly kind: 'network'; readonly weather: Weather; readonly healsAfterMs: number }
  | {
      readonly kind: 'centre';
      readonly what: 'down' | 'slow' | 'restarted' | 'restored';
      readonly healsAfterMs: number;
    }
  | {
      readonly kind: 'acquirer';
      readonly mode: 'mute' | 'slow' | 'refuses-refunds';
      readonly healsAfterMs: number;
    }
  /** The wall clock is set, milliseconds; durations go on as before. */
  | { readonly kind: 'clock'; readonly jumpMs: number }
  | { readonly kind: 'disk-full'; readonly healsAfterMs: number }
  | { readonly kind: 'power'; readonly offMs: number }
  /** A technician comes when the kiosk is idle next. */
  | { readonly kind: 'technician'; readonly miscounts: number };

/** Chances per message, both ways alike unless it says which. */
export interface Weather {
  /** Lost on the way there. */
  readonly requestLost: number;
  /** Carried out and the answer lost: answered but not delivered. */
  readonly answerLost: number;
  /** Arrives twice. */
  readonly duplicated: number;
  /** One way, milliseconds; a wide range reorders. */
  readonly delayMs: readonly [least: number, most: number];
  /** No route at all. */
  readonly down: boolean;
  /** Something on the way says 200 with a page of its own, or 503, and nothing was carried out. */
  readonly lies: number;
}
