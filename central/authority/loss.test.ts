import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activation, cardOf, identityOf } from '../bench-operations.ts';
import { type LifecycleBench, lifecycleBench, states } from './lifecycle-bench.ts';

const DAYS = { loss: 'temporary', term: { kind: 'days', days: 15 } } as const;
const LONG = { loss: 'temporary', term: { kind: 'long-term' } } as const;
const FORMAL = { loss: 'formal' } as const;
const refusal = (code: string) => ({ state: 'refused', code });

let bench: LifecycleBench;
beforeEach(async () => {
  bench = await lifecycleBench();
});
afterEach(() => bench.central.close());

describe('loss of a card', () => {
  it('LOSS-1 takes effect at once for both sides, and for the electronic card', async () => {
    expect(await bench.report('loss-active', FORMAL)).toMatchObject({
      state: 'done',
      result: { lostUntil: null, hotlineReference: expect.stringMatching(/^GS20261122-[0-9A-F]{8}$/) },
    });
    const seen = await bench.registry('loss-active');
    expect(states(seen)).toEqual(['formally-lost/active']);
    expect(seen.electronicCard).toBe('formally-lost');
    expect(seen.cards[0]?.history).toEqual([{ event: 'formal-loss-reported', reason: 'loss.report' }]);
    const locked = bench.resident('activate-3.0');
    await bench.report('activate-3.0', FORMAL);
    expect(await bench.put(activation(locked))).toEqual(refusal('card-not-normal'));
  });

  it('LOSS-2 a temporary loss says its last day and ends by itself after it', async () => {
    expect(await bench.report('loss-active', DAYS)).toMatchObject({ result: { lostUntil: '2026-12-07' } });
    expect(await bench.card('loss-active')).toMatchObject({
      socialSecurity: 'temporarily-lost',
      lostUntil: '2026-12-07',
    });
    await bench.advanceDays(15);
    expect(await bench.card('loss-active')).toMatchObject({ socialSecurity: 'temporarily-lost' });
    await bench.advanceDays(1);
    expect(await bench.card('loss-active')).toMatchObject({ socialSecurity: 'normal', lostUntil: null });
    const seen = await bench.registry('loss-active');
    expect(seen.electronicCard).toBe('normal');
    expect(seen.cards[0]?.history.at(-1)).toEqual({ event: 'temporary-loss-ended', reason: 'timer' });
  });

  it('LOSS-2 a long-term one has no end', async () => {
    expect(await bench.report('loss-active', LONG)).toMatchObject({ result: { lostUntil: null } });
    await bench.advanceDays(400);
    expect(await bench.card('loss-active')).toMatchObject({ socialSecurity: 'temporarily-lost' });
  });

  it('LOSS-5 the days of a report that was recorded earlier count from now on', async () => {
    const recorded = '2026-11-12T04:00:00.000Z';
    expect(await bench.report('loss-active', DAYS, recorded)).toMatchObject({
      result: { lostUntil: '2026-12-07' },
    });
  });

  it('LOSS-3 temporary becomes formal, and formal stays whatever day it is', async () => {
    await bench.report('loss-temporary', FORMAL);
    await bench.advanceDays(400);
    expect(await bench.card('loss-temporary')).toMatchObject({ socialSecurity: 'formally-lost' });
  });

  it('LOSS-3 the same loss again is done and changes nothing; nothing shortens a report', async () => {
    expect(await bench.report('loss-formal', FORMAL)).toMatchObject({ state: 'done' });
    expect(await bench.report('loss-formal', DAYS)).toMatchObject({
      state: 'done',
      result: { lostUntil: null },
    });
    expect(states(await bench.registry('loss-formal'))).toEqual(['formally-lost/active']);
    const short = { loss: 'temporary', term: { kind: 'days', days: 3 } } as const;
    expect(await bench.report('loss-temporary', short)).toMatchObject({
      result: { lostUntil: '2026-12-02' },
    });
    expect(await bench.report('loss-temporary', DAYS)).toMatchObject({
      result: { lostUntil: '2026-12-07' },
    });
    expect(await bench.report('loss-temporary', LONG)).toMatchObject({ result: { lostUntil: null } });
    expect(await bench.report('loss-temporary', DAYS)).toMatchObject({ result: { lostUntil: null } });
    expect((await bench.registry('loss-temporary')).cards[0]?.history).toEqual([]);
  });

  it.each([
    ['apply-plain-1', 'no-card'],
    ['apply-cancelled-card', 'no-card'],
    ['progress-ready', 'not-yet-collected'],
    ['activate-suspended', 'suspended'],
    ['activate-recalled', 'recalled'],
    ['activate-expired', 'card-not-normal'],
    ['identity-expired', 'identity-invalid'],
    ['apply-15-and-364-days', 'under-age'],
  ])('LOSS-1 %s is refused as %s', async (id, code) => {
    expect(await bench.report(id, FORMAL)).toEqual(refusal(code));
  });

  it('ID-7 the number must be the document’s', async () => {
    const identity = {
      ...identityOf(bench.resident('loss-active')),
      socialSecurityNumber: bench.resident('loss-formal').socialSecurityNumber,
    };
    const report = { kind: 'loss.report', reportedAt: '2026-11-22T04:00:00.000Z', report: FORMAL, identity };
    const { face } = activation(bench.resident('activate-3.0'));
    expect(await bench.put({ ...report, face })).toEqual(refusal('identity-invalid'));
  });
});

describe('undoing a loss', () => {
  it.each(['loss-temporary', 'loss-formal'])('LOSS-6 %s with the card found is normal again', async (id) => {
    expect(await bench.undo(id)).toMatchObject({ state: 'done', result: { kind: 'loss.undo' } });
    expect(await bench.card(id)).toMatchObject({ socialSecurity: 'normal', lostUntil: null });
  });

  it('LOSS-6 needs the card itself, one’s own, that was lost', async () => {
    expect(await bench.undo('loss-formal', '460100D15600000500000000000000FF')).toEqual(
      refusal('card-unknown'),
    );
    const others = cardOf(bench.resident('loss-active')).cardId;
    expect(await bench.undo('loss-formal', others)).toEqual(refusal('holder-mismatch'));
    expect(await bench.undo('loss-active')).toEqual(refusal('no-loss-reported'));
    expect(await bench.undo('apply-cancelled-card')).toEqual(refusal('cancelled'));
  });

  it('LOSS-6 REPL-5 not once a replacement was accepted', async () => {
    await bench.request('loss-hardship', {});
    expect(await bench.undo('loss-hardship')).toEqual(refusal('already-replaced'));
  });

  it('LOSS-6 only where the pack lets a kiosk do it', async () => {
    await using closed = await lifecycleBench({ authorityPolicy: { loss: { undoAtKiosk: false } } });
    expect(await closed.undo('loss-formal')).toEqual(refusal('counter-only'));
  });
});
