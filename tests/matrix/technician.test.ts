import { afterAll, beforeAll, expect, it } from 'vitest';
import { BLANKS } from './world/machines.ts';
import { newWorld, type World } from './world/world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const by = (act: string) => ({ act: `act-${act.padStart(6, '0')}`, technician: 'T-7' });

it('INV-3 a technician waits for the resident, and the ledger has what was loaded', async () => {
  const { kiosk, time, machines } = world;
  kiosk.touch({ type: 'start' });
  await time.pass(1_000);
  expect(kiosk.idle()).toBe(false);
  expect(kiosk.custodyActs.loadBlanks(by('1'), 5)).toEqual({ ok: false, error: { kind: 'busy' } });
  expect(kiosk.custodyActs.underWay()).toBe(false);
  await time.pass(10 * 60_000);
  expect(kiosk.idle()).toBe(true);
  expect(kiosk.custodyActs.loadBlanks(by('1'), 5)).toMatchObject({ value: { after: BLANKS + 5 } });
  expect(await kiosk.custodyActs.expected()).toMatchObject({
    stack: { ledger: BLANKS + 5, sensor: 'enough', todo: 'nothing' },
    paths: [{ sensor: 'none', todo: 'nothing' }, { sensor: 'none' }],
    cards: [],
  });
  machines.issuer.stack.splice(0);
  await time.pass(60_000);
  const told = kiosk.store.audit.all().filter(({ event }) => event === 'stack-disagrees');
  expect(told).toMatchObject([{ detail: { sensor: 'empty', ledger: BLANKS + 5 } }]);
  expect(kiosk.tiles().find(({ service }) => service === 'swap')).toMatchObject({
    available: false,
    reason: 'no-stock',
  });
  expect(kiosk.custodyActs.countStack(by('2'), 0)).toMatchObject({
    value: { expected: BLANKS + 5, counted: 0 },
  });
  expect(kiosk.crashes).toEqual([]);
});
