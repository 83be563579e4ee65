import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { CoreMessage } from '../../src/contracts/core-link.ts';
import { VirtualClock } from '../core/virtual-clock.ts';
import { forkCore } from './core-process.ts';
import { type Supervisor, supervise } from './supervise.ts';
import type { CoreDown } from './supervision.ts';

const FIXTURE = fileURLToPath(new URL('./fixture-core.ts', import.meta.url));
const running: Supervisor[] = [];

afterEach(async () => {
  for (const supervisor of running.splice(0)) await supervisor.stop();
});

/** Real processes, injected time: each core behaves as the next manner says. */
function superviseReal(...manners: string[]) {
  const timers = new VirtualClock();
  const heard: ('down' | CoreMessage['kind'])[] = [];
  const downs: CoreDown[] = [];
  let news = (): void => undefined;
  const pids: (number | undefined)[] = [];
  const supervisor = supervise({
    spawn: () => {
      const core = forkCore({ entry: FIXTURE, args: [manners[pids.length] ?? 'well'] });
      pids.push(core.pid);
      return core;
    },
    timers,
    onMessage: (message) => {
      heard.push(message.kind);
      news();
    },
    onDown: (why) => {
      heard.push('down');
      downs.push(why);
      news();
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  running.push(supervisor);
  const until = async (there: () => boolean): Promise<void> => {
    while (!there()) {
      await new Promise<void>((resolve) => {
        news = resolve;
      });
    }
  };
  return { supervisor, timers, heard, downs, pids, until };
}

/** A process that is gone cannot be signalled. */
function isGone(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Waits for the exit of a process nobody tells about: the resting supervisor's timer appears. */
async function restingThen(timers: VirtualClock): Promise<void> {
  while (timers.untilNext === null) await new Promise((resolve) => setImmediate(resolve));
}

describe('a real core process', () => {
  it('INV-8 that crashes is started again', async () => {
    const { timers, until, downs, pids, supervisor } = superviseReal('crashes', 'well');
    await until(() => downs.length === 1);
    expect(downs).toEqual([{ kind: 'ended' }]);
    await timers.advance(200);
    await until(() => supervisor.lastView !== null);
    expect(pids).toHaveLength(2);
  });

  it('INV-8 that hangs in a native call is killed and started again', async () => {
    const { timers, until, downs, pids, supervisor } = superviseReal('hangs', 'well');
    await until(() => supervisor.lastView !== null);
    await timers.advance(5_000);
    expect(downs).toEqual([{ kind: 'silent' }]);
    await restingThen(timers);
    expect(isGone(pids[0])).toBe(true);
    await timers.advance(200);
    await until(() => supervisor.lastView !== null);
    expect(pids).toHaveLength(2);
  });

  it('that answers nonsense is killed', async () => {
    const { until, downs } = superviseReal('nonsense');
    await until(() => downs.length === 1);
    expect(downs).toEqual([{ kind: 'broke-contract' }]);
  });

  it('that says fatal is not started again', async () => {
    const { until, downs, timers, pids, supervisor } = superviseReal('fatal');
    await until(() => downs.length === 1);
    expect(downs).toEqual([{ kind: 'fatal', message: 'the store cannot be read: bring its key back' }]);
    await supervisor.stop();
    await timers.advance(600_000);
    expect(pids).toHaveLength(1);
  });

  it('whose file is missing counts as ended', async () => {
    const timers = new VirtualClock();
    const { promise, resolve } = Promise.withResolvers<CoreDown>();
    const supervisor = supervise({
      spawn: () => forkCore({ entry: `${FIXTURE}.missing`, args: [] }),
      timers,
      onMessage: () => undefined,
      onDown: resolve,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    expect(await promise).toEqual({ kind: 'ended' });
    await supervisor.stop();
  });
});
