import type { Timers } from '../../../src/ports/clock.ts';
import type { Chance } from '../chance.ts';
import type { CentreAnswer } from './centre-contract.ts';

/** Where requests arrive. */
export interface Destination {
  answer(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | null,
  ): Promise<CentreAnswer>;
}

/** The kiosk's software between two power cuts. */
export interface Sender {
  /** The power failed: answers go nowhere. */
  readonly over: boolean;
}

/** What became of a message, for counting and tracing. */
export type NetworkPhase =
  /** The kiosk sends it. */
  | 'sent'
  /** Reached the centre and was carried out. */
  | 'carried-out'
  /** The kiosk got the answer. */
  | 'answered'
  | 'no-route'
  | 'request-lost'
  | 'answer-lost'
  | 'duplicated'
  | 'lied'
  /** The centre was down when it came. */
  | 'unavailable'
  /** The kiosk waits no longer. */
  | 'given-up';

/** State of the centre's machine. `slow`: an answer takes seconds. */
export type CentreState = 'up' | 'down' | 'slow';

export interface NetworkOptions {
  /** The world's time, which goes on when a kiosk's life is over. */
  readonly time: Timers;
  readonly centre: Destination;
  readonly chance: Chance;
  /** `request`: method and path, e.g. `PUT /v1/operations/…`. */
  readonly onRequest?: (request: string, phase: NetworkPhase) => void;
}
