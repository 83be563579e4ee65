import type { IdempotencyKey } from '../../brand.ts';
import type { OperationOutcome } from '../../contracts/central/operations.ts';
import type { PaymentStatusAnswer } from '../../contracts/central/queries.ts';
import type { DeviceFacts, RequestFacts } from '../request-step.ts';
import { REFUSAL } from './request-alphabet.ts';

/** `undefined`: asked nobody, or nobody answered. */
export const AUTHORITY_ANSWERS: readonly (OperationOutcome | undefined)[] = [
  undefined,
  { state: 'done', result: { kind: 'card.bind' } },
  { state: 'refused', code: REFUSAL },
  { state: 'in-progress' },
  { state: 'never-received' },
  { state: 'void' },
];
/** Of an order of this sum; the last two: a part of it, or all of it, went back. */
const paymentAnswers = (fen: number): readonly (PaymentStatusAnswer | null)[] => [
  null,
  { state: 'none', paidFen: 0, refundedFen: 0 },
  { state: 'open', paidFen: 0, refundedFen: 0 },
  { state: 'unknown', paidFen: 0, refundedFen: 0 },
  { state: 'expired', paidFen: 0, refundedFen: 0 },
  { state: 'cancelled', paidFen: 0, refundedFen: 0 },
  { state: 'paid', paidFen: fen, refundedFen: 0 },
  { state: 'paid', paidFen: fen, refundedFen: fen - 1 },
  { state: 'paid', paidFen: fen, refundedFen: fen },
];
const ISSUER_ANSWERS: readonly DeviceFacts['issuer'][] = [null, 'none', 'gate', 'ic', 'jammed'];
const ACCEPTOR_ANSWERS: readonly DeviceFacts['acceptor'][] = [
  null,
  'none',
  'gate',
  'latched',
  'jammed',
  'unknown',
];

/** What was looked at to reach one step: a question and its answer. */
export interface Looked {
  readonly payment: PaymentStatusAnswer | null | undefined;
  readonly authority: ReadonlyMap<IdempotencyKey, OperationOutcome | undefined>;
  readonly undeliverable: ReadonlyMap<IdempotencyKey, boolean>;
  readonly issuer: DeviceFacts['issuer'] | undefined;
  readonly acceptor: DeviceFacts['acceptor'] | undefined;
}

/**
 * Calls `settle` with every combination of facts it can tell apart: a fact gets each of its answers at the moment it is
 * looked at, and facts that are not looked at can't matter. Answers how many combinations that were.
 */
export function everyAnswer<T>(
  paidFen: number,
  settle: (facts: RequestFacts) => T,
  check: (step: T, looked: Looked) => void,
): number {
  const script: number[] = [];
  let combinations = 0;
  for (;;) {
    const widths: number[] = [];
    const asked = new Map<string, number>();
    const choose = <A>(name: string, answers: readonly A[]): A => {
      let taken = asked.get(name);
      if (taken === undefined) {
        taken = script[widths.length] ?? 0;
        asked.set(name, taken);
        widths.push(answers.length);
      }
      return answers[taken] as A;
    };
    const { facts, looked } = factsThatAre(choose, paidFen);
    check(settle(facts), looked());
    combinations += 1;
    script.length = widths.length;
    for (let at = 0; at < widths.length; at += 1) script[at] ??= 0;
    while (script.length > 0 && (script.at(-1) ?? 0) + 1 >= (widths[script.length - 1] ?? 0)) script.pop();
    if (script.length === 0) return combinations;
    script.push((script.pop() ?? 0) + 1);
  }
}

function factsThatAre(choose: <A>(name: string, answers: readonly A[]) => A, paidFen: number) {
  const authority = new Map<IdempotencyKey, OperationOutcome | undefined>();
  const undeliverable = new Map<IdempotencyKey, boolean>();
  let payment: Looked['payment'];
  let issuer: Looked['issuer'];
  let acceptor: Looked['acceptor'];
  class Authority extends Map<IdempotencyKey, OperationOutcome> {
    override get(key: IdempotencyKey): OperationOutcome | undefined {
      const answer = choose(`authority ${key}`, AUTHORITY_ANSWERS);
      authority.set(key, answer);
      return answer;
    }
  }
  class Undeliverable extends Set<IdempotencyKey> {
    override has(key: IdempotencyKey): boolean {
      const answer = choose(`undeliverable ${key}`, [false, true]);
      undeliverable.set(key, answer);
      return answer;
    }
  }
  const facts: RequestFacts = {
    authority: new Authority(),
    undeliverable: new Undeliverable(),
    get payment() {
      payment = choose('payment', paymentAnswers(paidFen));
      return payment;
    },
    devices: {
      get issuer() {
        issuer = choose('issuer', ISSUER_ANSWERS);
        return issuer;
      },
      get acceptor() {
        acceptor = choose('acceptor', ACCEPTOR_ANSWERS);
        return acceptor;
      },
    },
  };
  const looked = (): Looked => ({ payment, authority, undeliverable, issuer, acceptor });
  return { facts, looked };
}
