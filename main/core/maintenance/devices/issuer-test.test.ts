import { describe, expect, it } from 'vitest';
import type { CardIssuer } from '../../../../src/ports/card-issuer.ts';
import { custody } from '../../invariants/inv-3-custody.ts';
import { StoreLook } from '../../invariants/store-look.ts';
import type { Store } from '../../store/open-store.ts';
import { MaintenanceBench } from '../maintenance-bench.ts';
import { testIssuer } from './issuer-test.ts';

const violations = (store: Store): unknown[] =>
  [...new StoreLook(store).everything()].flatMap((slice) =>
    custody({ ...slice, policy: null, rest: null, forgotten: [] }),
  );

const places = ({ store }: MaintenanceBench) => {
  const { stock, blanks } = store.custody.counts();
  return { stock, rejected: blanks.rejected, unknown: blanks.unknown };
};

describe('testing the card issuer', () => {
  it('INV-3 takes one blank for good, from the stack to the bin with the reason test-card', async () => {
    const bench = new MaintenanceBench(3);
    expect(await testIssuer(bench.store, bench.issuer, { again: false })).toMatchObject({
      outcome: 'passed',
      facts: { atr: expect.stringMatching(/^[0-9A-F]+$/) },
    });
    expect(places(bench)).toEqual({ stock: 2, rejected: 1, unknown: 0 });
    const [card] = bench.store.custody.at('blank', 'rejected');
    expect(card).toMatchObject({ transactionId: null, reason: 'test-card' });
    expect(bench.store.custody.moves(card?.card ?? '').map(({ place }) => place)).toEqual([
      'transport',
      'chip-station',
      'rejected',
    ]);
    expect(bench.issuer.bin).toHaveLength(1);
    expect(violations(bench.store)).toEqual([]);
  });

  it('INV-3 a blank without a request that no test took is a violation, and so is one handed over', async () => {
    const bench = new MaintenanceBench(3);
    const card = bench.store.custody.takeTestBlank();
    bench.store.custody.move(card, 'gate', 'test-card');
    expect(violations(bench.store)).toEqual([]);
    bench.store.custody.move(card, 'handed-over', 'test-card');
    expect(violations(bench.store)).toHaveLength(1);
  });

  it('takes none where stack or bin, machine or ledger say no', async () => {
    const full = new MaintenanceBench(2);
    full.issuer.binFull = true;
    const empty = new MaintenanceBench(0);
    const inside = new MaintenanceBench(2);
    await inside.blankAtChipStation();
    const down = new MaintenanceBench(2);
    down.issuer.failNext('status', { kind: 'device', code: 'link-lost', message: '' });
    const codes = [];
    for (const bench of [full, empty, inside, down]) {
      const before = places(bench);
      const { outcome, code } = await testIssuer(bench.store, bench.issuer, { again: false });
      codes.push(`${outcome} ${code}`);
      expect(places(bench)).toEqual(before);
    }
    expect(codes).toEqual([
      'failed bin-full',
      'failed stock-empty',
      'failed card-inside',
      'failed link-lost',
    ]);
  });

  it('INV-3 whatever the machine does not do, the ledger says where the card is or that nobody knows', async () => {
    const jam = { kind: 'jammed', code: 'ic' } as const;
    for (const act of ['takeBlank', 'powerOn', 'toBin'] as const) {
      for (const acts of [false, true]) {
        const bench = new MaintenanceBench(2);
        bench.issuer.failNext(act, jam, acts);
        const { outcome } = await testIssuer(bench.store, bench.issuer, { again: false });
        expect(outcome).toBe('failed');
        expect(violations(bench.store)).toEqual([]);
        const { stock, rejected, unknown } = places(bench);
        expect([stock, rejected + unknown]).toEqual([1, 1]);
      }
    }
  });

  it('INV-3 a power cut before or after each move: asked for again it puts the card away and takes no other', async () => {
    const moves = ['takeBlank', 'powerOn', 'toBin'] as const;
    for (const cut of moves) {
      for (const after of [false, true]) {
        const bench = new MaintenanceBench(3);
        const never = new Promise<never>(() => undefined);
        const reached = Promise.withResolvers<void>();
        const failing: CardIssuer = new Proxy(bench.issuer, {
          get(machine, name) {
            const member: unknown = Reflect.get(machine, name, machine);
            if (typeof member !== 'function') return member;
            if (name !== cut) return member.bind(machine);
            return async () => {
              if (after) await Reflect.apply(member, machine, []);
              reached.resolve();
              return never;
            };
          },
        });
        void testIssuer(bench.store, failing, { again: false });
        await reached.promise;
        bench.cut();
        const again = await testIssuer(bench.store, bench.issuer, { again: true });
        expect(again.outcome).toBe('failed');
        expect(violations(bench.store)).toEqual([]);
        const { stock, rejected, unknown } = places(bench);
        expect([stock, rejected + unknown]).toEqual([2, 1]);
        const nothing = await testIssuer(bench.store, bench.issuer, { again: true });
        expect([nothing.code, places(bench).stock]).toEqual(['interrupted', 2]);
      }
    }
  });
});
