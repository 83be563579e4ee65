import { readFileSync } from 'node:fs';
import type { Store } from '../../../../main/core/store/open-store.ts';
import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../../../src/brand.ts';
import { dayInShanghai } from '../../../../src/calendar/calendar-day.ts';
import { chargeFor } from '../../../../src/policy/charge.ts';
import { DEFAULT_PACK } from '../../../../src/policy/default-pack.ts';
import type { PolicyPack } from '../../../../src/policy/policy-pack.ts';
import { IMMEDIATE_ACTS, type ImmediateService } from '../../../../src/transaction/immediate-journal.ts';
import type { RequestEntry, RequestService } from '../../../../src/transaction/request-entries.ts';

const DONE = { result: 'done' } as const;
const ORDER = 'k-order' as IdempotencyKey;
const LOSS = 'k-loss' as IdempotencyKey;
const REQUEST = 'k-request' as IdempotencyKey;
const BIND = 'k-bind' as IdempotencyKey;
const DELIVER = 'k-deliver' as IdempotencyKey;
const CARD = 'card-1';

/** What a replacement after loss costs who has no waiver. */
const charge = chargeFor({
  service: 'replace',
  policy: JSON.parse(readFileSync(`assets/policy/${DEFAULT_PACK}.json`, 'utf8')) as PolicyPack,
  on: dayInShanghai(Date.now()),
  waivers: [],
  lossToo: true,
  exchangeReason: null,
});
if (charge === null) throw new Error('the pack has no fee for today');

/** Settlement.md's replacement after loss, made on the spot: all its rows in their order. */
const REPLACEMENT: readonly RequestEntry[] = [
  {
    kind: 'outcome',
    act: 'charge',
    key: null,
    detail: { items: [...charge.items] },
  },
  { kind: 'intent', act: 'pay', key: ORDER, detail: {} },
  { kind: 'outcome', act: 'pay', key: ORDER, detail: { result: 'open' } },
  { kind: 'outcome', act: 'pay', key: ORDER, detail: { result: 'paid', paidFen: charge.total } },
  { kind: 'intent', act: 'loss', key: LOSS, detail: {} },
  { kind: 'outcome', act: 'loss', key: LOSS, detail: DONE },
  { kind: 'intent', act: 'submit', key: REQUEST, detail: { issue: 'on-the-spot' } },
  { kind: 'outcome', act: 'submit', key: REQUEST, detail: DONE },
  { kind: 'intent', act: 'take-blank', key: null, detail: { card: CARD } },
  {
    kind: 'outcome',
    act: 'take-blank',
    key: null,
    detail: { card: CARD, result: 'at-chip-station', code: null },
  },
  { kind: 'intent', act: 'personalise', key: null, detail: { card: CARD } },
  { kind: 'outcome', act: 'personalise', key: null, detail: { card: CARD, result: 'done', code: null } },
  { kind: 'intent', act: 'bind', key: BIND, detail: {} },
  { kind: 'outcome', act: 'bind', key: BIND, detail: DONE },
  { kind: 'intent', act: 'present', key: null, detail: { card: CARD } },
  { kind: 'outcome', act: 'present', key: null, detail: { card: CARD, result: 'taken', code: null } },
  { kind: 'intent', act: 'deliver', key: DELIVER, detail: { outcome: 'handed-over' } },
];

const SERVICE: RequestService = 'replace';

/**
 * Leaves `count` transactions open in the store as a power cut would: requests with money and a card, cut off after
 * each row in turn, and every kind of immediate act with its intent alone. Custody holds none of their cards.
 */
export function leaveOpen(store: Store, count: number): void {
  const immediate = Object.keys(IMMEDIATE_ACTS) as ImmediateService[];
  store.transaction(() => {
    for (let at = 0; at < count; at += 1) {
      const turn = at % (REPLACEMENT.length + immediate.length);
      const service = immediate[turn - REPLACEMENT.length];
      if (service === undefined) leaveRequest(store, at, REPLACEMENT.slice(0, turn + 1));
      else leaveImmediate(store, at, service);
    }
  });
}

function leaveRequest(store: Store, at: number, entries: readonly RequestEntry[]): void {
  const names = namesOf(at);
  store.journal.open({ ...names, course: 'request', service: SERVICE });
  for (const entry of entries) {
    // Keys are one transaction's alone.
    const own = entry.key === null ? entry : { ...entry, key: `${entry.key}-${at}` as IdempotencyKey };
    store.journal.append(names.transactionId, own as RequestEntry, names.openedAt);
  }
}

function leaveImmediate(store: Store, at: number, service: ImmediateService): void {
  const names = namesOf(at);
  store.journal.open({ ...names, course: 'immediate', service });
  const intent = { kind: 'intent', act: IMMEDIATE_ACTS[service], key: names.key, detail: {} } as const;
  store.journal.append(names.transactionId, intent, names.openedAt);
}

const namesOf = (at: number) => ({
  transactionId: `t-open-${at}` as TransactionId,
  reference: `YKT-OPEN-${at}` as ReceiptReference,
  key: `k-open-${at}` as IdempotencyKey,
  openedAt: Date.now(),
});
