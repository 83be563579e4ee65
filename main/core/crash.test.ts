import type { Server } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { listening, runCore as run } from './crash-harness.ts';
import { CRASH_POINTS, type CrashPointName, REQUEST_POINTS } from './crash-points.ts';
import { ModelCentral } from './sync/model-central.ts';
import { newFolder, storeIn } from './test-kiosk.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers.splice(0)) server.close();
});

const CASES: readonly [act: string, point: CrashPointName, effects: number][] = [
  ['apply', 'application-before-intent', 0],
  ['apply', 'application-after-intent', 1],
  ['apply', 'send-before-call', 1],
  ['apply', 'send-after-call', 1],
  ['apply', 'send-after-outcome', 1],
  ['apply', 'receipt-before-row', 1],
  ['apply', 'receipt-after-row', 1],
  ['apply', 'audit-after-call', 1],
  ['apply', 'audit-after-outcome', 1],
  ['activate', 'activation-before-intent', 0],
  ['activate', 'activation-after-intent', 0],
  ['activate', 'activation-after-call', 1],
  ['activate', 'activation-after-outcome', 1],
];

/** Sixteen cases start forty processes between them; on a busy machine each of these takes seconds. */
const PATIENCE = { timeout: 120_000 };

describe('kill -9 at a journal point, then a new start', PATIENCE, () => {
  it.concurrent.each(CASES)(
    'INV-4 %s killed at %s: %i effects, nothing left open',
    async (act, point, effects) => {
      const central = new ModelCentral();
      const url = await listening(central, servers);
      const folder = newFolder();
      const killed = await run(folder, url, act, point);
      expect(killed.signal).toBe('SIGKILL');
      const again = await run(folder, url, 'nothing');
      expect(again).toMatchObject({ code: 0, signal: null });
      expect(central.effects.filter(({ operation }) => operation.kind !== 'audit.append')).toHaveLength(
        effects,
      );
      const store = storeIn(folder);
      expect(store.recovery).toBeNull();
      expect(store.journal.countOpen()).toBe(0);
      expect(store.outbox.figures().waiting).toBe(0);
      store.close();
    },
  );

  it.concurrent('a kill while settling is settled by the next start', async () => {
    const central = new ModelCentral();
    const url = await listening(central, servers);
    const folder = newFolder();
    await run(folder, url, 'activate', 'activation-after-intent');
    for (const point of ['settle-before-ask', 'activation-before-void', 'activation-after-void'] as const) {
      expect((await run(folder, url, 'nothing', point)).signal).toBe('SIGKILL');
    }
    expect((await run(folder, url, 'nothing')).code).toBe(0);
    expect(central.effects.filter(({ operation }) => operation.kind === 'card.activate')).toHaveLength(0);
    const store = storeIn(folder);
    const events = store.audit.all().filter(({ event }) => event === 'transaction-settled');
    expect(events).toMatchObject([{ detail: { decision: 'close-nothing-happened' } }]);
    store.close();
  });

  it.concurrent('INV-4 killed after the answer to a settling question: the act stands once, closed once', async () => {
    const central = new ModelCentral();
    const url = await listening(central, servers);
    const folder = newFolder();
    await run(folder, url, 'activate', 'activation-after-call');
    for (const point of ['settle-after-ask', 'settle-after-outcome'] as const) {
      expect((await run(folder, url, 'nothing', point)).signal, point).toBe('SIGKILL');
    }
    expect((await run(folder, url, 'nothing')).code).toBe(0);
    expect(central.effects.filter(({ operation }) => operation.kind === 'card.activate')).toHaveLength(1);
    const store = storeIn(folder);
    const events = store.audit.all().filter(({ event }) => event === 'transaction-settled');
    expect(events).toMatchObject([{ detail: { decision: 'close-done' } }]);
    store.close();
  });

  it('every named point is killed somewhere in here', () => {
    const killed = new Set<CrashPointName>([
      // In crash-request.test.ts.
      ...REQUEST_POINTS,
      ...CASES.map(([, point]) => point),
      'settle-before-ask',
      'activation-before-void',
      'activation-after-void',
      'settle-after-ask',
      'settle-after-outcome',
    ]);
    expect(CRASH_POINTS.filter((point) => !killed.has(point))).toEqual([]);
  });
});
