import { describe, expect, it } from 'vitest';
import type { CardIssuerStatus } from '../../../src/ports/card-issuer.ts';
import { err, ok } from '../../../src/result.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { BinWatch } from './bin-watch.ts';

describe('BinWatch', () => {
  it('SWAP-5 says when the bin is full and when it was emptied, once each', async () => {
    const clock = new VirtualClock();
    let status: CardIssuerStatus = { position: 'none', stock: 'enough', bin: 'room' };
    let changes = 0;
    const watch = new BinWatch({ issuer: { status: async () => ok(status) }, acceptor: null }, clock, () => {
      changes += 1;
    });
    const stop = new AbortController();
    const running = watch.run(stop.signal);
    await clock.advance(1);
    expect([watch.room, watch.stock, changes]).toEqual([true, true, 0]);
    status = { position: 'none', stock: 'empty', bin: 'full' };
    await clock.advance(10_000);
    expect([watch.room, watch.stock, changes]).toEqual([false, false, 1]);
    status = { position: 'none', stock: 'low', bin: 'room' };
    await clock.advance(5_000);
    expect([watch.room, watch.stock, changes]).toEqual([true, true, 2]);
    stop.abort();
    await clock.advance(5_000);
    await running;
  });

  it('keeps what it knew of a machine that does not answer', async () => {
    const clock = new VirtualClock();
    const watch = new BinWatch(
      { issuer: null, acceptor: { status: async () => err({ kind: 'jammed', code: '10' }) } },
      clock,
      () => expect.unreachable(),
    );
    const stop = new AbortController();
    const running = watch.run(stop.signal);
    await clock.advance(20_000);
    expect(watch.room).toBe(true);
    stop.abort();
    await clock.advance(5_000);
    await running;
  });
});
