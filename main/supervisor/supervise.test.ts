import { describe, expect, it } from 'vitest';
import type { CoreMessage, ShellMessage } from '../../src/contracts/core-link.ts';
import { settled, VirtualClock } from '../core/virtual-clock.ts';
import type { CoreProcess } from './core-process.ts';
import { endedView } from './fixture-view.ts';
import { supervise } from './supervise.ts';
import type { CoreDown } from './supervision.ts';

/** A core in memory: the test speaks and dies for it. */
function memoryCores() {
  const cores: {
    heard: ShellMessage[];
    killed: boolean;
    say(raw: unknown): void;
    exit(): void;
  }[] = [];
  const spawn = (): CoreProcess => {
    let say = (_: unknown): void => undefined;
    let exit = (): void => undefined;
    const core = {
      heard: [] as ShellMessage[],
      killed: false,
      say: (raw: unknown) => say(raw),
      exit: () => exit(),
    };
    cores.push(core);
    return {
      pid: cores.length,
      send: (message) => core.heard.push(message),
      onMessage: (listener) => {
        say = listener;
      },
      onExit: (listener) => {
        exit = listener;
      },
      kill: () => {
        core.killed = true;
      },
    };
  };
  return { cores, spawn };
}

function start() {
  const { cores, spawn } = memoryCores();
  const timers = new VirtualClock();
  const said: CoreMessage[] = [];
  const downs: CoreDown[] = [];
  const lines: unknown[] = [];
  const write = (event: string, fields: object) => lines.push({ event, ...fields });
  const supervisor = supervise({
    spawn,
    timers,
    onMessage: (message) => said.push(message),
    onDown: (why) => downs.push(why),
    log: { info: write, warn: write, error: write },
  });
  const core = (n = cores.length - 1) => cores[n]!;
  return { supervisor, timers, said, downs, lines, cores, core };
}

describe('supervise', () => {
  it('INV-6 remembers the last view for a reloaded page, and forgets it at once when core goes down', () => {
    const { supervisor, core, downs } = start();
    core().say({ kind: 'view', view: endedView(7, '王*') });
    expect(supervisor.lastView?.revision).toBe(7);
    core().exit();
    expect(supervisor.lastView).toBeNull();
    expect(downs).toEqual([{ kind: 'ended' }]);
  });

  it('INV-6 forgets the view of a core that hangs, before the kill has worked', async () => {
    const { supervisor, timers, core } = start();
    core().say({ kind: 'view', view: endedView(7, '王*') });
    await timers.advance(4_999);
    expect(supervisor.lastView).not.toBeNull();
    await timers.advance(1);
    expect(core().killed).toBe(true);
    expect(supervisor.lastView).toBeNull();
  });

  it('INV-8 keeps a core that beats, restarts one that stops', async () => {
    const { timers, core, cores } = start();
    for (let second = 0; second < 30; second += 1) {
      core().say({ kind: 'alive' });
      await timers.advance(1_000);
    }
    expect(cores).toHaveLength(1);
    await timers.advance(4_000);
    expect(core().killed).toBe(true);
    core().exit();
    await timers.advance(199);
    expect(cores).toHaveLength(1);
    await timers.advance(1);
    expect(cores).toHaveLength(2);
  });

  it('INV-8 restarts and finds silence as ever when the wall clock is set back by years, or forward', async () => {
    const years = 3 * 365 * 86_400_000;
    for (const by of [-years, years]) {
      const { timers, core, cores } = start();
      core().say({ kind: 'alive' });
      timers.setWallClock(by);
      await timers.advance(5_000);
      expect(core().killed).toBe(true);
      core().exit();
      timers.setWallClock(by);
      await timers.advance(200);
      expect(cores).toHaveLength(2);
    }
  });

  it('tells the next core that is ready what the watchdogs did to the one before', async () => {
    const { supervisor, timers, core } = start();
    await timers.advance(30_000);
    core().exit();
    await timers.advance(200);
    supervisor.note({ kind: 'watchdog', watchdog: 'screen', act: 'page-restarted', why: 'frozen' });
    expect(core(1).heard).toEqual([]);
    core(1).say({ kind: 'ready', version: '1', notes: [] });
    expect(core(1).heard).toEqual([
      { kind: 'watchdog', watchdog: 'core', act: 'core-restarted', why: 'silent' },
      { kind: 'watchdog', watchdog: 'screen', act: 'page-restarted', why: 'frozen' },
    ]);
    supervisor.note({ kind: 'watchdog', watchdog: 'screen', act: 'page-restarted', why: 'memory' });
    expect(core(1).heard).toHaveLength(3);
  });

  it('gives screen messages to the core that lives, and drops them while there is none', async () => {
    const { supervisor, timers, core } = start();
    const touch = { kind: 'screen', message: { kind: 'activity' } } as const;
    expect(supervisor.send(touch)).toBe(true);
    core().exit();
    expect(supervisor.send(touch)).toBe(false);
    await timers.advance(200);
    expect(core(1).heard).toEqual([]);
    expect(supervisor.send(touch)).toBe(true);
    expect(core(1).heard).toEqual([touch]);
  });

  it('kills a core whose view does not parse, and INV-6 logs where it is wrong but not what it says', () => {
    const { core, said, lines } = start();
    core().say({ kind: 'view', view: { ...endedView(1, '欧阳建国'), why: '110101199003070038' } });
    expect(core().killed).toBe(true);
    expect(said).toEqual([]);
    expect(lines).toContainEqual({ event: 'core-message-malformed', reason: 'view.why' });
    expect(JSON.stringify(lines)).not.toMatch(/欧阳建国|110101199003070038/);
  });

  it('hears nothing any more from a core that was replaced', async () => {
    const { timers, core, said } = start();
    core().exit();
    await timers.advance(200);
    core(0).say({ kind: 'alive' });
    core(0).exit();
    await settled();
    expect(said).toEqual([]);
    expect(core(1).killed).toBe(false);
  });

  it('stops: core is killed, none follows, and nobody sleeps on', async () => {
    const { supervisor, timers, core, cores } = start();
    const stopped = supervisor.stop();
    expect(core().killed).toBe(true);
    core().exit();
    await stopped;
    await timers.advance(600_000);
    expect(cores).toHaveLength(1);
    expect(timers.untilNext).toBeNull();
  });
});
