import { describe, expect, it } from 'vitest';
import { lifecycleBench, states } from './lifecycle-bench.ts';

describe('what days bring about by themselves', () => {
  it('M A12 a card nobody came for is recalled after the pack’s days', async () => {
    await using bench = await lifecycleBench({ authorityPolicy: { collectWithinDays: 30 } });
    await bench.advanceDays(30);
    expect(await bench.card('progress-ready')).toMatchObject({ socialSecurity: 'awaiting-collection' });
    await bench.advanceDays(1);
    expect(await bench.card('progress-ready')).toMatchObject({ socialSecurity: 'recalled' });
    const seen = await bench.registry('progress-ready');
    expect(seen.electronicCard).toBe('recalled');
    expect(seen.cards[0]?.history).toEqual([{ event: 'collection-overdue', reason: 'timer' }]);
  });

  it('M A6 a card expires after its last day, a lost one included, but for a formal loss', async () => {
    await using bench = await lifecycleBench();
    const daysToTheLast = 3623;
    await bench.advanceDays(daysToTheLast);
    expect(await bench.card('loss-active')).toMatchObject({
      socialSecurity: 'normal',
      expiresOn: '2036-10-23',
    });
    bench.advance(24 * 60 * 60);
    expect(states(await bench.registry('loss-active'))).toEqual(['normal/active']);
    await bench.central.sweep();
    expect(states(await bench.registry('loss-active'))).toEqual(['expired/active']);
    expect(states(await bench.registry('loss-long-term'))).toEqual(['expired/active']);
    expect(states(await bench.registry('loss-formal'))).toEqual(['formally-lost/active']);
    expect(states(await bench.registry('activate-suspended'))).toEqual(['suspended/locked']);
  });

  it('M A6 LOSS-6 a loss undone after the last day makes an expired card, never a usable one', async () => {
    await using bench = await lifecycleBench();
    const { cardId } = bench.resident('loss-formal').card ?? { cardId: '' };
    await bench.advanceDays(10 * 365);
    expect(await bench.undo('loss-formal', cardId)).toMatchObject({ state: 'done' });
    expect(await bench.card('loss-formal')).toMatchObject({ socialSecurity: 'expired' });
  });

  it('LOSS-2 a day is over at midnight in Shanghai, not in UTC', async () => {
    await using bench = await lifecycleBench();
    await bench.advanceDays(10);
    // Noon of the last day in Shanghai: twelve hours more are the first second of the next day.
    bench.advance(12 * 60 * 60 - 1);
    await bench.central.sweep();
    expect(states(await bench.registry('loss-temporary'))).toEqual(['temporarily-lost/active']);
    bench.advance(1);
    await bench.central.sweep();
    expect(states(await bench.registry('loss-temporary'))).toEqual(['normal/active']);
  });
});
