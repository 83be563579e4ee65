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

  it('INV-3 says once that the stack is not what the ledger has, and not while a blank is on its way', async () => {
    const clock = new VirtualClock();
    let stock: CardIssuerStatus['stock'] = 'enough';
    let blanks: number | null = 40;
    const told: string[] = [];
    const issuer = { status: async () => ok({ position: 'none', stock, bin: 'room' } as const) };
    const watch = new BinWatch({ issuer, acceptor: null }, clock, () => undefined, {
      blanks: () => blanks,
      disagrees: (sensor, ledger) => told.push(`${sensor} ${ledger}`),
    });
    const stop = new AbortController();
    const running = watch.run(stop.signal);
    const toldWhen = async (sensor: typeof stock, ledger: typeof blanks) => {
      stock = sensor;
      blanks = ledger;
      await clock.advance(10_000);
      return told.splice(0);
    };
    expect(await toldWhen('enough', 40)).toEqual([]);
    expect(await toldWhen('empty', null)).toEqual([]);
    expect(await toldWhen('empty', 40)).toEqual(['empty 40']);
    expect(await toldWhen('empty', 39)).toEqual([]);
    expect(await toldWhen('empty', 0)).toEqual([]);
    expect(await toldWhen('low', 0)).toEqual(['low 0']);
    expect(await toldWhen('enough', 0)).toEqual([]);
    expect(await toldWhen('enough', 5)).toEqual([]);
    expect(await toldWhen('empty', 5)).toEqual(['empty 5']);
    stop.abort();
    await clock.advance(5_000);
    await running;
  });

  it('INV-3 compares nothing with a ledger that changed while the machine was asked', async () => {
    const clock = new VirtualClock();
    let blanks = 0;
    const status = async () => {
      blanks = 40;
      return ok({ position: 'none', stock: 'enough', bin: 'room' } as const);
    };
    const watch = new BinWatch({ issuer: { status }, acceptor: null }, clock, () => undefined, {
      blanks: () => blanks,
      disagrees: () => expect.unreachable(),
    });
    const stop = new AbortController();
    const running = watch.run(stop.signal);
    await clock.advance(1);
    stop.abort();
    await clock.advance(5_000);
    await running;
  });
});
