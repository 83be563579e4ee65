import type { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endedView } from '../supervisor/fixture-view.ts';
import { CHANNELS } from './channels.ts';
import { FakeContents, type FakeSession, preventable } from './fake-contents.ts';

/** Electron as far as the shell uses it, with a record of what was asked of it. */
const electron = vi.hoisted(() => ({
  calls: [] as unknown[][],
  parts: {} as Record<string, unknown>,
  handlers: new Map<string, (...args: never[]) => unknown>(),
}));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const { FakeContents: Contents, FakeSession: Session } = await import('./fake-contents.ts');
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void electron.calls.push([name, ...args]);
  const contents = new Contents();
  const core = Object.assign(new Emitter(), {
    pid: 1_073_741_824,
    postMessage: note('core'),
    kill: note('kill'),
  });
  class BrowserWindow extends Emitter {
    readonly webContents = contents;
    constructor(options: object) {
      super();
      electron.calls.push(['window', options]);
    }
    static getAllWindows = () => [];
    show = note('show');
    loadURL = async (url: string) => note('load')(url);
  }
  const app = Object.assign(new Emitter(), {
    isPackaged: true,
    enableSandbox: note('sandbox'),
    requestSingleInstanceLock: () => true,
    whenReady: async () => undefined,
    quit: note('quit'),
    exit: note('exit'),
  });
  const parts = {
    app,
    BrowserWindow,
    dialog: { showErrorBox: note('say') },
    ipcMain: new Emitter(),
    Menu: { setApplicationMenu: note('menu') },
    protocol: {
      registerSchemesAsPrivileged: note('schemes'),
      handle: (scheme: string, handler: () => unknown) => electron.handlers.set(scheme, handler),
    },
    safeStorage: { isEncryptionAvailable: () => false },
    session: { defaultSession: new Session() },
    utilityProcess: {
      fork: (...args: unknown[]) => {
        note('fork')(...args);
        return core;
      },
    },
    contextBridge: { exposeInMainWorld: note('expose') },
    ipcRenderer: Object.assign(new Emitter(), { send: note('send') }),
  };
  Object.assign(electron.parts, parts, { contents, core });
  return parts;
});

const called = (name: string) =>
  electron.calls.filter(([first]) => first === name).map(([, ...args]) => args);
const part = <T>(name: string) => electron.parts[name] as T;
const folder = mkdtempSync(join(tmpdir(), 'yikatong-electron-'));
const configuration = join(folder, 'core.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the Electron shell', () => {
  beforeAll(async () => {
    const core = {
      kioskName: 'k',
      folder,
      policyFile: 'p',
      devicesFile: 'd',
      centralUrl: 'http://127.0.0.1:1',
    };
    writeFileSync(configuration, JSON.stringify(core));
    process.argv.push(`--config=${configuration}`);
    await import('./main.ts');
    await vi.waitFor(() => expect(called('load')).toHaveLength(1));
  });

  it('opens the built page, sandboxed, under its own scheme', () => {
    expect(called('sandbox')).toHaveLength(1);
    expect(called('load')).toEqual([['kiosk://app/index.html']]);
    expect(called('schemes')[0]?.[0]).toMatchObject([
      { scheme: 'kiosk', privileges: { secure: true, standard: true } },
    ]);
    expect(electron.handlers.has('kiosk')).toBe(true);
    expect(called('window')[0]?.[0]).toMatchObject({ kiosk: true, webPreferences: { sandbox: true } });
  });

  it('guards every contents and the session', () => {
    const contents = new FakeContents();
    part<EventEmitter>('app').emit('web-contents-created', {}, contents);
    expect(contents.openWindow()).toEqual({ action: 'deny' });
    const event = preventable({});
    part<{ defaultSession: FakeSession }>('session').defaultSession.emit('will-download', event);
    expect(event.prevented).toBe(true);
  });

  it('starts core with its configuration and connects it with the page', () => {
    expect(called('fork')[0]).toMatchObject([expect.stringMatching(/core\/main\.js$/), [configuration], {}]);
    const core = part<EventEmitter>('core');
    const contents = part<FakeContents>('contents');
    core.emit('message', { kind: 'ready', version: '1', notes: [] });
    core.emit('message', { kind: 'view', view: endedView(4, 'k') });
    expect(contents.sent).toEqual([
      [CHANNELS.core, true],
      [CHANNELS.view, endedView(4, 'k')],
    ]);
    const from = { sender: contents, senderFrame: contents.mainFrame };
    part<EventEmitter>('ipcMain').emit(CHANNELS.message, from, { kind: 'hello', protocol: 1 });
    part<EventEmitter>('ipcMain').emit(CHANNELS.message, from, { kind: 'activity' });
    expect(contents.sent.at(-1)).toEqual([CHANNELS.view, endedView(4, 'k')]);
    expect(called('core')).toEqual([
      [{ kind: 'show-again' }],
      [{ kind: 'screen', message: { kind: 'activity' } }],
    ]);
  });

  it('INV-6 tells the page when core dies; a fatal core ends the shell with its sentence', () => {
    const contents = part<FakeContents>('contents');
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    part<EventEmitter>('core').emit('message', { kind: 'fatal', message: 'bring the key back' });
    expect(contents.sent.at(-1)).toEqual([CHANNELS.core, false]);
    expect(called('say')[0]).toContain('bring the key back');
    expect(called('exit')).toEqual([[78]]);
    expect(kill).toHaveBeenCalledWith(1_073_741_824, 'SIGKILL');
    kill.mockRestore();
  });
});

describe('the preload script', () => {
  it('gives the page one object of three functions, and never the event', async () => {
    await import('./preload.ts');
    const [[name, kiosk]] = called('expose') as [[string, Record<string, (given: unknown) => void>]];
    expect(name).toBe('kiosk');
    expect(Object.keys(kiosk).toSorted()).toEqual(['onCore', 'onView', 'send']);
    const heard: unknown[][] = [];
    kiosk.onView?.((...args: unknown[]) => heard.push(args));
    kiosk.onCore?.((...args: unknown[]) => heard.push(args));
    part<EventEmitter>('ipcRenderer').emit(CHANNELS.view, { sender: 'secret' }, 'a view');
    part<EventEmitter>('ipcRenderer').emit(CHANNELS.core, { sender: 'secret' }, false);
    kiosk.send?.({ kind: 'activity' });
    expect(heard).toEqual([['a view'], [false]]);
    expect(called('send')).toEqual([[CHANNELS.message, { kind: 'activity' }]]);
  });
});
