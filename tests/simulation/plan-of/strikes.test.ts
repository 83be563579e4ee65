import { describe, expect, it } from 'vitest';
import { machinesInMemory } from '../../matrix/world/machines.ts';
import { CALM } from '../centre/network.ts';
import type { Strike } from '../plan.ts';
import { type HealedStrike, strike } from './strikes.ts';
import { WEATHERS } from './weathers.ts';

const healsAfterMs = 1_000;

function struckWorld() {
  const machines = machinesInMemory({ sleep: () => Promise.resolve() });
  const did: string[] = [];
  return {
    machines,
    network: { weather: CALM, centre: 'up' as 'up' | 'down' | 'slow' },
    centre: {
      acquirer: (mode: string) => void did.push(mode),
      restart: async () => void did.push('restart'),
      restoreBackup: async () => {
        did.push('restore');
        return [];
      },
    },
    did,
  };
}

const printerTrouble = (times?: number): HealedStrike => ({
  kind: 'device',
  device: 'receipt-printer',
  fault: { methods: ['print'], trouble: { kind: 'cutter-error' }, ...(times !== undefined && { times }) },
  healsAfterMs,
});
const RECEIPT = {} as Parameters<ReturnType<typeof machinesInMemory>['receipts']['printer']['print']>[0];

function printer(world: ReturnType<typeof struckWorld>) {
  const { switches, receipts } = world.machines;
  return switches['receipt-printer'].over(receipts.printer);
}

describe('a strike', () => {
  it('makes a device fail until it is healed', async () => {
    const world = struckWorld();
    const { heal } = strike(printerTrouble(), world);
    expect(await printer(world).print(RECEIPT)).toMatchObject({
      ok: false,
      error: { kind: 'cutter-error' },
    });
    heal();
    expect(await printer(world).print(RECEIPT)).toMatchObject({ ok: true });
  });

  it('is not healed by the end of an earlier one at the same place', () => {
    const world = struckWorld();
    const rain = (weather: (typeof WEATHERS)[keyof typeof WEATHERS]): HealedStrike => ({
      kind: 'network',
      weather,
      healsAfterMs,
    });
    const first = strike(rain(WEATHERS.lossy), world);
    const second = strike(rain(WEATHERS['no route']), world);
    first.heal();
    expect(world.network.weather).toEqual(WEATHERS['no route']);
    second.heal();
    expect(world.network.weather).toEqual(CALM);
  });

  it('fills bins, takes paper away and makes printers late, and puts all of it right', async () => {
    const world = struckWorld();
    const whats = [
      'issuer-bin-full',
      'acceptor-bin-full',
      'documents-late',
      'faces-late',
      'paper-out',
    ] as const;
    const struck = whats.map((what) => strike({ kind: 'machine', what, healsAfterMs }, world));
    const { machines } = world;
    const state = async () => [
      (await machines.issuer.status()).ok && (await machines.issuer.status()),
      await machines.acceptor.status(),
      machines.documents.late,
      machines.faces.late,
      machines.receipts.condition.paper,
    ];
    expect(JSON.stringify(await state())).toMatch(/full.*full.*true,true,"out"/);
    for (const one of struck) one.heal();
    expect(JSON.stringify(await state())).toMatch(/room.*room.*false,false,"full"/);
  });

  it.each([
    ['down', 'down', []],
    ['slow', 'slow', []],
    ['restarted', 'down', ['restart']],
    ['restored', 'down', ['restore']],
  ] as const)('has the centre %s', async (what, during, did) => {
    const world = struckWorld();
    const struck = strike({ kind: 'centre', what, healsAfterMs } satisfies Strike, world);
    await struck.landed;
    expect([world.network.centre, world.did]).toEqual([during, did]);
    struck.heal();
    expect(world.network.centre).toBe('up');
  });

  it('changes the acquirer and puts it right', () => {
    const world = struckWorld();
    strike({ kind: 'acquirer', mode: 'mute', healsAfterMs }, world).heal();
    expect(world.did).toEqual(['mute', 'normal']);
  });
});
