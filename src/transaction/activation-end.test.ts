import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdempotencyKey } from '../brand.ts';
import type { OperationOutcome } from '../contracts/central/operations.ts';
import type { AuthorityFacts } from './decision.ts';
import { type JournalEntry, parseJournal, settle } from './settle.ts';

const K = 'k-1' as IdempotencyKey;

/** The bank and the wire to it: the request may be lost, arrive now or late; each answer may be lost as well. */
class SlowBank {
  activations = 0;
  #state: OperationOutcome = { state: 'never-received' };
  #onItsWay: boolean;
  readonly #refuses: boolean;

  constructor(onItsWay: boolean, refuses: boolean) {
    this.#onItsWay = onItsWay;
    this.#refuses = refuses;
  }

  deliver(): void {
    if (!this.#onItsWay) return;
    this.#onItsWay = false;
    if (this.#state.state === 'never-received') this.#state = { state: 'in-progress' };
  }

  decide(): void {
    if (this.#state.state !== 'in-progress') return;
    if (this.#refuses) {
      this.#state = { state: 'refused', code: 'card-not-normal' };
      return;
    }
    this.activations += 1;
    this.#state = {
      state: 'done',
      result: { kind: 'card.activate', activatedAt: '2026-03-01T00:00:00Z' },
    };
  }

  void(): void {
    if (this.#state.state === 'never-received') this.#state = { state: 'void' };
  }

  answer(): OperationOutcome {
    return this.#state;
  }
}

const steps = fc.array(fc.constantFrom('deliver', 'decide', 'answer-lost', 'restart', 'quiet'), {
  maxLength: 40,
});

describe('ACT-6 INV-4 INV-8 an activation whose answer was lost', () => {
  it('is asked about until it is known, and ends as what really happened', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), steps, (sent, refuses, moves) => {
        const bank = new SlowBank(sent, refuses);
        const entries: JournalEntry[] = [{ kind: 'intent', act: 'activate', key: K, detail: {} }];
        let facts: AuthorityFacts | null = null;
        let closed: string | null = null;
        // After the random moves the wire heals: everything arrives and every question is answered.
        for (const move of [...moves, 'deliver', 'decide', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet']) {
          if (move === 'deliver') bank.deliver();
          if (move === 'decide') bank.decide();
          if (move === 'restart') facts = null;
          const read = parseJournal('activate', entries);
          if (!read.ok) throw new Error(read.error);
          const decision = settle(read.value, facts);
          if (decision.kind === 'ask-authority' || decision.kind === 'void-at-authority') {
            if (decision.kind === 'void-at-authority') bank.void();
            facts = move === 'answer-lost' ? null : new Map([[decision.key, bank.answer()]]);
            continue;
          }
          if ('record' in decision && decision.record !== null) {
            entries.push({ kind: 'outcome', act: 'activate', key: K, detail: decision.record });
          }
          closed ??= decision.receipt;
          expect(decision.receipt).toBe(closed);
        }
        bank.deliver();
        bank.decide();
        const truth = { done: 'done-here', refused: 'refused', void: 'nothing-happened' } as const;
        const end = bank.answer().state;
        expect(closed).toBe(truth[end as keyof typeof truth]);
        expect(bank.activations).toBe(end === 'done' ? 1 : 0);
      }),
    );
  });
});
