import { z } from 'zod';
import { phaseOf } from '../../central/director/phase.ts';
import { heldForMs } from '../../central/director/poll-spacing.ts';
import { USUAL_PATIENCE } from '../../main/core/configuration/updater-options.ts';
import { backOffMs } from '../../main/core/sync/back-off.ts';
import type { AssignedDocument, Assignment } from '../../src/contracts/configuration/assignment.ts';
import {
  type ConfigurationAnswer,
  type ConfigurationPoll,
  configurationAnswer,
  documentAnswer,
} from '../../src/contracts/configuration/poll.ts';
import { kioskCertificate } from '../../src/contracts/receipt-code.ts';
import type { Entropy } from '../../src/ports/clock.ts';
import type { Dice } from '../crash/dice.ts';
import type { Caller } from './caller.ts';
import type { KioskWays } from './kiosk-ways.ts';
import type { UnderWay } from './link.ts';
import { Pause } from './pause.ts';
import { Standing } from './standing.ts';
import type { FleetTrust } from './trust.ts';

export interface PollerParts {
  readonly caller: Caller;
  readonly trust: FleetTrust;
  readonly ways: KioskWays;
  readonly dice: Dice;
  readonly entropy: Entropy;
}

const DOCUMENT_MS = 30_000;
/** A real one is watched for hours; here the first journeys are over in so many rounds. */
const TRIAL_ROUNDS = 0.3;

/** One made-up kiosk's side of signed configuration: asks, checks, fetches, runs, fails, reports. */
export class Poller {
  readonly standing = new Standing();
  /** Off the line until then (`performance.now()`). */
  awayUntil = 0;
  readonly #parts: PollerParts;
  readonly #phase: number;
  readonly #pause = new Pause();
  #polling: UnderWay | null = null;
  #certificateEndsAt: number | null = null;
  #trial: NodeJS.Timeout | null = null;
  #stopped = false;
  #again = false;

  constructor(parts: PollerParts) {
    this.#parts = parts;
    this.#phase = phaseOf(parts.caller.kioskId);
  }

  async run(): Promise<void> {
    const { dice, entropy, ways } = this.#parts;
    await this.#pause.wait(dice.below(ways.round * 1_000));
    let failures = 0;
    while (!this.#stopped) {
      const awayMs = this.awayUntil - performance.now();
      if (awayMs > 0) {
        await this.#pause.wait(awayMs);
        continue;
      }
      const next = await this.#round();
      failures = next === 'failed' ? failures + 1 : 0;
      const ms = next === 'failed' ? backOffMs(failures, entropy, USUAL_PATIENCE.longestPauseMs) : next;
      await this.#pause.wait(Math.max(ms, USUAL_PATIENCE.leastPauseMs));
    }
  }

  /** The poll that is under way is given up. */
  breakOff(): void {
    this.#polling?.end();
  }

  /** There is something to tell: asks at once. */
  soon(): void {
    this.#again = true;
    this.#polling?.end();
    this.#pause.end();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#trial) clearTimeout(this.#trial);
    this.#polling?.end();
    this.#pause.end();
  }

  async #round(): Promise<number | 'failed'> {
    this.#again = false;
    const answer = await this.#poll();
    if (this.#again || this.#stopped) return 0;
    if (answer === null) return 'failed';
    if (answer.certificate !== null) this.#certificateEndsAt = endOf(answer.certificate);
    if (answer.assignment !== null && !(await this.#takeIn(answer.assignment))) return 'failed';
    return answer.pollAfterSeconds * 1_000;
  }

  async #poll(): Promise<ConfigurationAnswer | null> {
    const { ways } = this.#parts;
    const body: ConfigurationPoll = {
      report: this.standing.report(),
      sealingKey: ways.sealingKey,
      waitSeconds: ways.round,
      orderResults: [],
      certificateEndsAt: this.#certificateEndsAt,
    };
    const sentAt = performance.now();
    const heldMs = heldForMs(this.#phase, ways.round, Date.now());
    const asked = { method: 'POST', path: '/v1/configuration/polls', kind: 'poll', body } as const;
    const deadlineMs = ways.round * 1_000 + USUAL_PATIENCE.pollAnswerMs;
    const first = this.standing.newest === 0;
    const answer = await this.#parts.caller.ask(
      { ...asked, deadlineMs, dueAt: (said) => dueAt(said, first, sentAt, heldMs, ways.round) },
      (underWay) => {
        this.#polling = underWay;
      },
    );
    this.#polling = null;
    const read = 'status' in answer ? configurationAnswer.safeParse(answer.body) : null;
    return read?.success ? read.data : null;
  }

  async #takeIn(statement: NonNullable<ConfigurationAnswer['assignment']>): Promise<boolean> {
    const { caller, trust, ways } = this.#parts;
    const read = trust.assignment(statement, caller.kioskId, this.standing.newest);
    if (!read.ok) return false;
    const fresh = this.standing.missing(read.value);
    this.standing.heard(read.value);
    ways.onAssignment(read.value.closedServices.length);
    for (const document of fresh) {
      if (!(await this.#fetch(document))) return false;
    }
    this.#apply(read.value, fresh);
    return true;
  }

  /** False: it could not be had, or is not what was named; nothing of the set is applied. */
  async #fetch(document: AssignedDocument): Promise<boolean> {
    const { caller, trust } = this.#parts;
    const path = `/v1/configuration/documents/${document.sha256}`;
    const answer = await caller.ask({ method: 'GET', path, kind: 'document', deadlineMs: DOCUMENT_MS });
    const read = 'status' in answer ? documentAnswer.safeParse(answer.body) : null;
    const isPlain = read?.success === true && read.data.form === 'plain';
    const trouble =
      isPlain && read.data.form === 'plain'
        ? await trust.document(read.data.statement, document)
        : 'incomplete';
    if (trouble !== null) this.standing.refuse(trouble, [document]);
    return trouble === null;
  }

  #apply(assignment: Assignment, fresh: readonly AssignedDocument[]): void {
    const { dice, ways } = this.#parts;
    const before = this.standing.running;
    const state = this.standing.takeIn(assignment, fresh, ways.temper);
    if (state === 'settled') return;
    const trialMs = ways.round * 1_000 * TRIAL_ROUNDS;
    this.#trial = setTimeout(
      () => {
        this.standing.trialOver(before, fresh, ways.temper);
        this.soon();
      },
      trialMs / 2 + dice.below(trialMs),
    );
  }
}

/** Last second of a certificate; null where it says none. */
function endOf(certificate: string): number | null {
  try {
    return kioskCertificate.parse(JSON.parse(Buffer.from(certificate, 'base64url').toString()))[3];
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const nothingNew = z.object({ assignment: z.null(), certificate: z.null() });

/** When the answer to a poll was due: at once for the first, else at the kiosk's own moment; null: it is news. */
function dueAt(said: unknown, first: boolean, sentAt: number, heldMs: number, round: number): number | null {
  if (first) return sentAt;
  if (!nothingNew.safeParse(said).success) return null;
  const due = sentAt + heldMs;
  // Sent so shortly before its moment that it came after it: held for the round that followed.
  return performance.now() - due > (round * 1_000) / 2 ? due + round * 1_000 : due;
}
