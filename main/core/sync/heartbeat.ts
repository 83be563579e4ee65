import {
  type Heartbeat,
  type HeartbeatAnswer,
  heartbeatAnswer,
} from '../../../src/contracts/central/enrolment.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { Result } from '../../../src/result.ts';
import { backOffMs } from './back-off.ts';
import { Bell } from './bell.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';

/** Milliseconds between two heartbeats. */
const EVERY_MS = 30_000;
/**
 * Longest pause between two tries while the link is down, in heartbeats. Pauses are half of it on average: a fleet that
 * lost its centre then tries no oftener than it beats, and does not fall upon it when it is back. A poll finds the link too.
 */
export const LONGEST_PAUSE_BEATS = 3;
const DEADLINE_MS = 10_000;

/** Hears what came of one heartbeat. */
export type HeardHeartbeat = (answer: Result<HeartbeatAnswer, CallTrouble>) => Promise<void>;

/** Tells the centre how the kiosk is. As it goes on while the link is down, it is also what finds the link back. */
export class HeartbeatLoop {
  readonly #client: CentralClient;
  readonly #read: () => Heartbeat;
  readonly #about: () => HeardHeartbeat;
  readonly #timers: Timers;
  readonly #entropy: Entropy;
  readonly #bell = new Bell();

  /** `about` is asked before each heartbeat leaves, and what it answers is told the answer. */
  constructor(
    client: CentralClient,
    read: () => Heartbeat,
    about: () => HeardHeartbeat,
    timers: Timers,
    entropy: Entropy,
  ) {
    this.#client = client;
    this.#read = read;
    this.#about = about;
    this.#timers = timers;
    this.#entropy = entropy;
  }

  /** A device changed: say so now. */
  soon(): void {
    this.#bell.ring();
  }

  async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const heard = this.#about();
      const answer = await this.#client.call({
        method: 'POST',
        path: '/v1/heartbeats',
        body: this.#read(),
        answer: heartbeatAnswer,
        deadlineMs: DEADLINE_MS,
        signal,
      });
      if (signal.aborted) return;
      await heard(answer);
      failures = answer.ok ? 0 : failures + 1;
      const waitMs =
        failures === 0 ? EVERY_MS : backOffMs(failures, this.#entropy, LONGEST_PAUSE_BEATS * EVERY_MS);
      await this.#bell.wait(this.#timers, waitMs, signal);
    }
  }
}
