import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../core/virtual-clock.ts';
import { utilityCore } from './core-utility.ts';
import { FakeContents } from './fake-contents.ts';
import { kioskWindowOptions, reviveContents } from './kiosk-window.ts';
import { configurationPath, programPaths } from './program-paths.ts';

describe('core as a utility process', () => {
  function open(pid: number | undefined) {
    const done: unknown[] = [];
    const child = Object.assign(new EventEmitter(), {
      pid,
      postMessage: (message: unknown) => done.push(message),
      kill: () => done.push('SIGTERM'),
    });
    const core = utilityCore(child as unknown as UtilityProcess, (...signal) => done.push(signal));
    return { child, core, done };
  }

  it('INV-8 is killed with SIGKILL: a core that hangs hears no SIGTERM', () => {
    const { core, done } = open(77);
    core.kill();
    expect(done).toEqual([[77, 'SIGKILL']]);
  });

  it('is ended before it was spawned', () => {
    const { core, done } = open(undefined);
    core.kill();
    expect(done).toEqual(['SIGTERM']);
  });

  it('may be gone when it is killed', () => {
    const child = Object.assign(new EventEmitter(), { pid: 77 });
    const core = utilityCore(child as unknown as UtilityProcess, () => {
      throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
    });
    expect(() => core.kill()).not.toThrow();
  });

  it('is heard, spoken to, and its end is told once', () => {
    const { core, child, done } = open(77);
    const heard: unknown[] = [];
    core.onMessage((raw) => heard.push(raw));
    core.onExit(() => heard.push('exit'));
    core.send({ kind: 'show-again' });
    child.emit('message', { kind: 'alive' });
    child.emit('exit', 1);
    child.emit('exit', 1);
    expect(heard).toEqual([{ kind: 'alive' }, 'exit']);
    expect(done).toEqual([{ kind: 'show-again' }]);
  });
});

describe('the window', () => {
  it('is sandboxed and isolated, and in production fills the screen without developer tools', () => {
    const production = kioskWindowOptions('/p/preload.cjs', true);
    expect(production).toMatchObject({
      kiosk: true,
      webPreferences: {
        preload: '/p/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        webviewTag: false,
        devTools: false,
      },
    });
    expect(kioskWindowOptions('/p/preload.cjs', false).kiosk).toBe(false);
  });

  it.each([
    ['crashed', 'render-process-gone', [{}, { reason: 'crashed' }]],
    ['could not load', 'did-fail-load', [{}, -6, 'ERR', 'kiosk://app/', true]],
  ])('INV-8 loads a page again that %s, after a rest', async (_, name, args) => {
    const contents = new FakeContents();
    const timers = new VirtualClock();
    reviveContents(contents.asContents, timers, { warn: () => undefined });
    contents.emit(name, ...args);
    await timers.advance(999);
    expect(contents.done).toEqual([]);
    await timers.advance(1);
    expect(contents.done).toEqual(['reload']);
  });

  it('INV-8 crashes a page that hangs, so that it is loaded again', () => {
    const contents = new FakeContents();
    reviveContents(contents.asContents, new VirtualClock(), { warn: () => undefined });
    contents.emit('unresponsive');
    expect(contents.done).toEqual(['crash']);
  });
});

describe('where things are', () => {
  it('is seen from the built main file', () => {
    expect(programPaths('/opt/k/dist/electron/main/shell-electron')).toEqual({
      renderer: '/opt/k/dist/renderer',
      preload: '/opt/k/dist/electron/preload.cjs',
      core: '/opt/k/dist/electron/main/core/main.js',
    });
  });

  it('takes the configuration that is named, or that of the image', () => {
    expect(configurationPath(['electron', '.', '--config=/tmp/core.json'])).toBe('/tmp/core.json');
    expect(configurationPath(['electron', '.'])).toBe('/etc/yikatong-kiosk/core.json');
  });
});
