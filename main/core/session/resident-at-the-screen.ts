import { readFileSync } from 'node:fs';
import { SimulatedClock } from 'xstate';
import { day } from '../../../src/calendar/calendar-day.ts';
import type { Command, FaceResult } from '../../../src/contracts/command.ts';
import type { Screen, View, ViewOf } from '../../../src/contracts/view.ts';
import { view as viewSchema } from '../../../src/contracts/view.ts';
import { memoryCardTransactions } from '../../../src/flows/memory/card-transaction.ts';
import { memoryKit } from '../../../src/flows/memory/memory-kit.ts';
import { type PolicyPack, parsePolicyPack } from '../../../src/policy/policy-pack.ts';
import { createSessionHost } from './session-host.ts';

/** The day all flow tests happen on: noon in Shanghai. */
export const TODAY = day('2026-11-22');
const NOON = Date.UTC(2026, 10, 22, 4);

export function packOf(id: 'hainan' | 'henan' | 'jiangsu-suzhou'): PolicyPack {
  const loaded = parsePolicyPack(readFileSync(`assets/policy/${id}.json`, 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}
export const POLICY = packOf('hainan');

export const ALIKE = {
  outcome: 'measured',
  distance: 0.31,
  liveness: 'passed',
  frames: 5,
  model: 'test',
  durationMs: 900,
} as const satisfies FaceResult;

/** A resident at a screen of a real session host, with devices in memory and simulated time. */
export function residentAtTheScreen(policy: PolicyPack = POLICY) {
  const clock = new SimulatedClock();
  const { kit, world } = memoryKit(policy, NOON);
  const money = memoryCardTransactions();
  world.openRequest = money.open;
  const views: View[] = [];
  const crashes: unknown[] = [];
  const host = createSessionHost({
    kit,
    kioskName: 'test',
    clock,
    show: (shown) => views.push(viewSchema.parse(shown)),
    crash: (error) => crashes.push(error),
  });
  const settle = async () => {
    for (let turn = 0; turn < 12; turn += 1) await new Promise(setImmediate);
    if (crashes.length > 0) throw crashes[0];
  };
  const now = (): View => {
    const last = views.at(-1);
    if (!last) throw new Error('nothing on the screen');
    return last;
  };
  return {
    kit,
    world,
    /** Payments and cards made on the spot: what the next transaction is to see. */
    money,
    host,
    views,
    now,
    settle,
    /** Touches something the screen offers. */
    async touch(command: Command) {
      host.receive({ kind: 'command', revision: now().revision, command });
      await settle();
    },
    /** A touch at whatever screen, offered or not. */
    async poke(command: Command, revision = now().revision) {
      host.receive({ kind: 'command', revision, command });
      await settle();
    },
    on<S extends Screen>(screen: S): ViewOf<S> {
      const shown = now();
      if (shown.screen !== screen) throw new Error(`on ${shown.screen}, not ${screen}`);
      return shown as ViewOf<S>;
    },
    /** Lets simulated time pass. */
    async wait(seconds: number) {
      world.now += seconds * 1_000;
      clock.increment(seconds * 1_000);
      await settle();
    },
  };
}

export type ResidentAtTheScreen = ReturnType<typeof residentAtTheScreen>;
