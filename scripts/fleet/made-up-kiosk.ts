import { TRAIL_SPREAD_MS } from '../../main/core/sync/audit-sender.ts';
import { backOffMs, spread } from '../../main/core/sync/back-off.ts';
import { LONGEST_PAUSE_BEATS } from '../../main/core/sync/heartbeat.ts';
import { seededEntropy } from '../../main/core/virtual-clock.ts';
import { type Dice, seededDice } from '../crash/dice.ts';
import type { Caller } from './caller.ts';
import { Beats } from './heartbeat.ts';
import type { KioskWays } from './kiosk-ways.ts';
import { Pause } from './pause.ts';
import { Poller } from './poller.ts';
import { Trail } from './trail.ts';
import type { FleetTrust } from './trust.ts';

const OPEN_MS = 10 * 60 * 60 * 1_000;
const DEADLINE_MS = 10_000;
/** A line that fails now and then: on average once in this time, for up to a minute. */
const AWAY_EVERY_MS = 30 * 60 * 1_000;
const LONGEST_AWAY_MS = 60_000;

/** A kiosk without a body: it signs in, beats, polls, applies, fails, has residents, goes away and comes back. */
export class MadeUpKiosk {
  readonly poller: Poller;
  readonly #caller: Caller;
  readonly #ways: KioskWays;
  readonly #dice: Dice;
  readonly #entropy;
  readonly #trail = new Trail();
  readonly #beats = new Beats();
  readonly #pauses = [new Pause(), new Pause(), new Pause()] as const;
  #trailTimer: NodeJS.Timeout | null = null;
  #stopped = false;
  #awayUntil = 0;

  constructor(caller: Caller, trust: FleetTrust, number: number, ways: KioskWays) {
    this.#caller = caller;
    this.#ways = ways;
    this.#dice = seededDice(ways.seed * 1_000_003 + number);
    this.#entropy = seededEntropy(ways.seed * 1_000_003 + number + 500_000_000);
    this.poller = new Poller({ caller, trust, ways, dice: this.#dice, entropy: this.#entropy });
  }

  get kioskId(): string {
    return this.#caller.kioskId;
  }

  /** Runs until `stop`. The first beat and poll come somewhere in the first round, as kiosks are switched on. */
  run(): Promise<unknown> {
    return Promise.all([this.#beat(), this.poller.run(), this.#serve(), this.#wander()]);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#trailTimer) clearTimeout(this.#trailTimer);
    for (const pause of this.#pauses) pause.end();
    this.poller.stop();
  }

  /** The outage was longer than tokens live. */
  forgetToken(): void {
    this.#caller.forgetToken();
  }

  async #beat(): Promise<void> {
    const [pause] = this.#pauses;
    const roundMs = this.#ways.round * 1_000;
    await pause.wait(this.#dice.below(roundMs));
    const blanks = 100 + this.#dice.below(300);
    let failures = 0;
    while (!this.#stopped) {
      const awayMs = this.#awayUntil - performance.now();
      if (awayMs > 0) {
        await pause.wait(awayMs);
        continue;
      }
      const body = this.#beats.next(this.#dice, Date.now(), this.poller.standing.pack, blanks);
      const asked = { method: 'POST', path: '/v1/heartbeats', kind: 'beat', body } as const;
      const answer = await this.#caller.ask({ ...asked, deadlineMs: DEADLINE_MS });
      const went = 'status' in answer && answer.status === 200;
      if (went && failures > 0) this.#linkIsBack();
      failures = went ? 0 : failures + 1;
      // As main/core/sync/heartbeat.ts goes on while the link is down.
      await pause.wait(went ? roundMs : backOffMs(failures, this.#entropy, LONGEST_PAUSE_BEATS * roundMs));
    }
  }

  async #serve(): Promise<void> {
    const [, pause] = this.#pauses;
    if (this.#ways.sessions === 0) return;
    const everyMs = OPEN_MS / this.#ways.sessions;
    while (!this.#stopped) {
      await pause.wait(-Math.log(1 - this.#dice.below(1_000_000) / 1_000_000) * everyMs);
      if (this.#stopped) return;
      const { pack, runningAssignment } = this.poller.standing;
      this.#trail.session(this.#dice, Date.now(), { pack, assignment: runningAssignment });
      if (this.#awayUntil < performance.now()) await this.#sendTrail();
    }
  }

  /** The trail of the time without a link follows, as main/core/sync/audit-sender.ts lets it. */
  #linkIsBack(): void {
    this.#trailTimer = setTimeout(() => void this.#sendTrail(), spread(this.#entropy, TRAIL_SPREAD_MS));
  }

  /** What could not be sent goes when the link is back, or with the next session's. */
  async #sendTrail(): Promise<void> {
    const batch = this.#trail.batch(this.kioskId);
    if (batch === null) return;
    const asked = { method: 'PUT', path: `/v1/operations/${batch.key}`, kind: 'audit' } as const;
    const answer = await this.#caller.ask({ ...asked, body: batch.body, deadlineMs: DEADLINE_MS });
    if ('status' in answer && answer.status === 200) this.#trail.acknowledged(batch.last);
  }

  async #wander(): Promise<void> {
    const [, , pause] = this.#pauses;
    while (!this.#stopped) {
      await pause.wait(this.#dice.below(2 * AWAY_EVERY_MS));
      if (this.#stopped) return;
      this.#awayUntil = performance.now() + this.#dice.below(LONGEST_AWAY_MS);
      this.poller.awayUntil = this.#awayUntil;
      this.poller.breakOff();
    }
  }
}
