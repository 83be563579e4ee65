import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdempotencyKey } from '../brand.ts';
import { parseRequest, type RequestEntry, type RequestService } from './request-entries.ts';
import { NO_FACTS, type RequestFacts, type RequestStep } from './request-step.ts';
import { settleRequest } from './settle-request.ts';

const key = 'k-1' as IdempotencyKey;
const card = 'b-1';
const fee = (what: 'loss' | 'card', fen: number) => ({ what, fen });
const charge = (...items: { what: 'loss' | 'card'; fen: number }[]): RequestEntry => ({
  kind: 'outcome',
  act: 'charge',
  key: null,
  detail: { items },
});
const free = charge();
const toPay = charge(fee('card', 1_500));
const pay: RequestEntry = { kind: 'intent', act: 'pay', key, detail: {} };
const shown: RequestEntry = { kind: 'outcome', act: 'pay', key, detail: { result: 'open' } };
const paid: RequestEntry = { kind: 'outcome', act: 'pay', key, detail: { result: 'paid', paidFen: 1_500 } };
const loss: RequestEntry = { kind: 'intent', act: 'loss', key, detail: {} };
const lossWaits: RequestEntry = { kind: 'outcome', act: 'loss', key, detail: { result: 'in-progress' } };
const submit: RequestEntry = { kind: 'intent', act: 'submit', key, detail: { issue: 'on-the-spot' } };
const accepted: RequestEntry = { kind: 'outcome', act: 'submit', key, detail: { result: 'done' } };
const take: RequestEntry = { kind: 'intent', act: 'take-blank', key: null, detail: { card } };
const present: RequestEntry = { kind: 'intent', act: 'present', key: null, detail: { card } };
const bind: RequestEntry = { kind: 'intent', act: 'bind', key, detail: {} };
const write: RequestEntry = { kind: 'intent', act: 'personalise', key: null, detail: { card } };
const bound: RequestEntry = { kind: 'outcome', act: 'bind', key, detail: { result: 'done' } };
const retainOld: RequestEntry = { kind: 'intent', act: 'retain-old', key: null, detail: {} };
const swapOver: RequestEntry = { kind: 'intent', act: 'switch', key, detail: {} };
const owed = [free, submit, accepted] as const;

const taken = (code: string | null): RequestEntry => ({
  kind: 'outcome',
  act: 'take-blank',
  key: null,
  detail: { card, result: 'at-chip-station', code },
});
const written = (result: 'done' | 'failed'): RequestEntry => ({
  kind: 'outcome',
  act: 'personalise',
  key: null,
  detail: { card, result, code: null },
});
const toBin = (as: 'rejected' | 'retained', from: 'chip-station' | 'gate'): RequestEntry => ({
  kind: 'intent',
  act: 'to-bin',
  key: null,
  detail: { card, as, from },
});
const delivered = (outcome: 'handed-over' | 'not-issued'): RequestEntry => ({
  kind: 'intent',
  act: 'deliver',
  key,
  detail: { outcome },
});
const made = [...owed, take, taken(null), write, written('done'), bind, bound] as const;

const step = (service: RequestService, entries: readonly RequestEntry[], facts: RequestFacts): RequestStep =>
  settleRequest({ service, entries }, facts);

describe('INV-8 a journal nobody can have written goes to a technician', () => {
  it.each([
    ['a second order', 'replace', [toPay, pay, pay], 'intent-twice'],
    ['paid without an order', 'replace', [toPay, paid], 'outcome-without-intent'],
    ['paid twice', 'replace', [toPay, pay, paid, paid], 'outcome-after-the-end'],
    ['another key', 'replace', [toPay, pay, { ...paid, key: 'k-2' as IdempotencyKey }], 'key-changed'],
    ['an order where nothing is to pay', 'replace', [free, pay], 'out-of-order'],
    ['the same blank twice', 'replace', [...owed, take, take], 'intent-twice'],
    ['a blank before the request', 'replace', [free, take], 'out-of-order'],
    ['nothing charged first', 'replace', [submit], 'out-of-order'],
    ['a card asked for before it was paid', 'replace', [toPay, submit], 'out-of-order'],
    ['the loss after the new card', 'replace', [...owed, loss], 'out-of-order'],
    ['bound before written', 'replace', [...owed, take, taken(null), bind], 'out-of-order'],
    ['presented before bound', 'replace', [...owed, take, taken(null), present], 'out-of-order'],
    ['presented before the switch', 'swap', [...made, present], 'out-of-order'],
    ['switched before the old card was kept', 'swap', [...made, retainOld, swapOver], 'out-of-order'],
    ['the old card kept before the new one is bound', 'swap', [...owed, retainOld], 'out-of-order'],
    ['presented twice', 'replace', [...made, present, present], 'intent-twice'],
    ['a good card rejected', 'replace', [...made, toBin('rejected', 'chip-station')], 'contradiction'],
    ['handed over, never presented', 'replace', [...made, delivered('handed-over')], 'out-of-order'],
    ['owed at the outlet, and handed over', 'replace', [...owed, delivered('handed-over')], 'contradiction'],
    ['a loss report in a swap', 'swap', [free, loss], 'not-of-this-service'],
    ['a card in a loss report', 'loss', [free, submit], 'not-of-this-service'],
    ['the same fee twice', 'replace', [charge(fee('loss', 1), fee('loss', 1))], 'not-of-this-service'],
    ['a fee of another service', 'loss', [toPay], 'not-of-this-service'],
    ['a loss that waits without outbox', 'loss', [free, loss, lossWaits], 'in-progress-without-outbox'],
  ] as const)('%s', (_, service, entries, fault) => {
    expect(step(service, entries, NO_FACTS)).toEqual({ kind: 'hand-to-technician', fault });
  });

  it('an entry of another shape is unreadable, never skipped', () => {
    expect(parseRequest('replace', [free]).ok).toBe(true);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseRequest('replace', [free, value])).toEqual({ ok: false, error: 'unreadable-entry' });
      }),
    );
  });
});

describe('what was wrong once', () => {
  it('INV-3 a blank that went past the chip station is binned from the gate, where a hand can reach it', () => {
    const entries = [...owed, take, taken('gate'), delivered('not-issued')];
    expect(step('replace', entries, NO_FACTS)).toEqual({
      kind: 'to-bin',
      card,
      as: 'rejected',
      from: 'gate',
    });
    const facts = { ...NO_FACTS, devices: { issuer: 'none', acceptor: null } } as const;
    expect(step('replace', [...entries, toBin('rejected', 'gate')], facts)).toMatchObject({
      kind: 'record',
      entry: { act: 'to-bin', detail: { result: 'unknown-place', code: 'none' } },
    });
  });

  it('INV-1 an order whose QR code was shown is never called unpaid because the centre forgot it', () => {
    const facts: RequestFacts = {
      ...NO_FACTS,
      payment: { state: 'none', paidFen: 0, refundedFen: 0 },
      authority: new Map([[key, { state: 'void' }]]),
    };
    const forgotten = { kind: 'hand-to-technician', fault: 'order-forgotten' };
    expect(step('replace', [toPay, pay, shown], facts)).toEqual(forgotten);
    expect(step('replace', [toPay, pay], facts)).toMatchObject({
      kind: 'record',
      entry: { detail: { result: 'not-paid', why: 'none' } },
    });
  });
});
