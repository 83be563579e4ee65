import type { Severity } from '../plan-of/plan-of.ts';

/** One text of a file and what stands in its place. */
interface Edit {
  readonly from: string;
  readonly to: string;
}

/** A deliberate break of the software that the simulation must find. */
export interface Mutant {
  readonly name: string;
  /** The rule that is broken. */
  readonly rule: string;
  readonly file: string;
  readonly edits: readonly Edit[];
  /** Found within so many seeds of 200 sessions of this kind. */
  readonly within: number;
  readonly severity: Severity;
}

/** What shows in other visits than those about cards. */
const OTHERS: readonly string[] = ['payload-kept-in-clear', 'lost-answer-means-nothing-happened'];

const mutant = (
  name: string,
  rule: string,
  file: string,
  within: number,
  ...edits: readonly (readonly [from: string, to: string])[]
): Mutant => ({
  name,
  rule,
  file,
  within,
  severity: OTHERS.includes(name) ? 'usual' : 'cards',
  edits: edits.map(([from, to]) => ({ from, to })),
});

const CORE = 'main/core';
const TRANSACTIONS = `${CORE}/transactions`;

/** Breaks of how things are ordered, kept and sent; each is one a tired engineer could make. */
export const MUTANTS: readonly Mutant[] = [
  // The disk.
  mutant('synchronous-normal', 'INV-4', `${CORE}/store/connection.ts`, 5, [
    "'PRAGMA synchronous = FULL'",
    "'PRAGMA synchronous = NORMAL'",
  ]),
  mutant(
    'outbox-row-in-a-commit-of-its-own',
    'INV-4',
    `${TRANSACTIONS}/queued-request.ts`,
    10,
    [
      'store.outbox.enqueue({ key, transactionId, operation, priority, resident, at });',
      'void tools.timers.sleep(50).then(() => store.outbox.enqueue({ key, transactionId, operation, priority, resident, at }));',
    ],
    ['{ timers, entropy, crashPoint, pack }: AskTools,\n  request', 'tools: AskTools,\n  request'],
    [
      '  const names = nameTransaction(entropy);',
      '  const { timers, entropy, crashPoint, pack } = tools;\n  const names = nameTransaction(entropy);',
    ],
  ),
  mutant('payload-kept-in-clear', 'INV-6', `${CORE}/store/outbox-store.ts`, 2, [
    '    plain.fill(0);\n  }\n\n  /** Items that may',
    "    this.#connection.run(`INSERT OR REPLACE INTO setting VALUES ('last', :text)`, { text: plain.toString() });\n    plain.fill(0);\n  }\n\n  /** Items that may",
  ]),
  // Intent before act.
  mutant(
    'act-before-its-intent',
    'INV-4',
    `${TRANSACTIONS}/request-act.ts`,
    10,
    ['  record.write(intent);\n', ''],
    [
      'const answer = await operations.put(key, operation, signal);',
      'const answer = await operations.put(key, operation, signal);\n  record.write(intent);',
    ],
  ),
  mutant(
    'blank-taken-before-its-intent',
    'INV-3',
    `${TRANSACTIONS}/make-card.ts`,
    10,
    [
      '  const card = store.transaction(() => {',
      '  const moved = await issuer.takeBlank();\n  const card = store.transaction(() => {',
    ],
    ['  const moved = await issuer.takeBlank();\n  crashPoint', '  crashPoint'],
  ),
  mutant('unanswered-hand-over-forgotten', 'INV-3', 'src/transaction/settle-card.ts', 15, [
    "  if (card.present !== 'intended') return null;\n",
    '  return null;\n',
  ]),
  mutant('delivered-before-the-binding-is-known', 'INV-2', 'src/transaction/settle-card.ts', 15, [
    '  if (binding) return binding;\n',
    '',
  ]),
  // What the authority is asked.
  mutant('lost-answer-means-nothing-happened', 'INV-4', `${TRANSACTIONS}/immediate-request.ts`, 5, [
    "answer.error.kind === 'link-down' && !answer.error.sent",
    "answer.error.kind === 'link-down'",
  ]),
  mutant('lost-answer-of-a-request-means-nothing-happened', 'INV-4', `${TRANSACTIONS}/request-act.ts`, 20, [
    "answer.error.kind === 'link-down' && !answer.error.sent",
    "answer.error.kind === 'link-down'",
  ]),
  mutant('key-not-used-again', 'INV-4', `${CORE}/sync/sender.ts`, 5, [
    'operations.put(item.key, operation, signal)',
    'operations.put((item.key + item.attempts) as typeof item.key, operation, signal)',
  ]),
  mutant('refused-item-forgotten', 'INV-4', `${TRANSACTIONS}/outcome-recorder.ts`, 5, [
    'deadLetters.moveFromOutbox(item.key, code, true, now);',
    'outbox.remove(item.key);',
  ]),
  mutant('item-given-up-after-three-tries', 'INV-4', `${CORE}/sync/sender.ts`, 20, [
    '    const now = timers.now();\n    const nextAt',
    '    const now = timers.now();\n    if (!answer.ok && item.attempts >= 3) return outbox.remove(item.key);\n    const nextAt',
  ]),
  // Money.
  mutant('refund-forgotten', 'INV-1', 'src/transaction/settle-request.ts', 5, [
    '    settleRefund(state) ??\n',
    '',
  ]),
  mutant('all-of-it-refunded', 'INV-1', 'src/transaction/request-state.ts', 10, [
    'paidFen(state) - keptFen(state)',
    'paidFen(state)',
  ]),
  mutant('refund-without-a-journal-row', 'INV-1', `${TRANSACTIONS}/request-record.ts`, 5, [
    '      this.write(entry);\n      const priority',
    "      if (entry.act !== 'refund') this.write(entry);\n      const priority",
  ]),
  mutant('late-money-kept', 'INV-1', 'central/payments/settle-order.ts', 10, [
    "const kept = state === 'paid' ? 1 : 0;",
    'const kept = 1;',
  ]),
  // Cards.
  mutant('delivery-forgotten', 'INV-4', 'src/transaction/settle-card.ts', 5, [
    "state.delivery.stage === 'not-begun' ? { kind: 'deliver', request, outcome } : null",
    'null',
  ]),
  mutant('card-taken-but-not-in-the-ledger', 'INV-3', `${TRANSACTIONS}/request-consequences.ts`, 3, [
    "if (result === 'taken') custody.move(card, 'handed-over', 'taken-by-its-owner');",
    '',
  ]),
  mutant('card-at-the-gate-taken-for-taken', 'INV-3', 'src/transaction/settle-card.ts', 20, [
    "issuer === 'none' || issuer === 'jammed' ? 'unknown' : 'not-taken'",
    "'taken'",
  ]),
  mutant('own-card-left-inside', 'INV-5', `${CORE}/kiosk-core.ts`, 10, [
    'await inMotion.during(() => ownCard.giveBackLeftBehind());',
    'await Promise.resolve();',
  ]),
  // The centre.
  mutant('centre-carries-out-a-repeat', 'INV-4', 'central/operations/ledger.ts', 10, [
    '    if (!claimed) {',
    '    if (!claimed && body.kind !== "card.request" && body.kind !== "loss.report") {',
  ]),
];
