import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';

/** An event as Electron's: it remembers whether it was prevented. */
export function preventable<T extends object>(more: T) {
  const event = {
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
    ...more,
  };
  return event;
}

/** As much of a `WebContents` as the shell touches, with a record of what was done to it. */
export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: 'kiosk://app/index.html' };
  readonly sent: [string, unknown][] = [];
  readonly done: string[] = [];
  openWindow: () => { action: string } = () => ({ action: 'allow' });

  get asContents(): WebContents {
    return this as unknown as WebContents;
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openWindow = handler;
  }
  send(channel: string, message: unknown): void {
    this.sent.push([channel, message]);
  }
  isDestroyed(): boolean {
    return this.done.includes('destroyed');
  }
  reload(): void {
    this.done.push('reload');
  }
  forcefullyCrashRenderer(): void {
    this.done.push('crash');
  }
}

type Ask = (contents: null, permission: string, tell: (granted: boolean) => void, details: object) => void;
type Check = (contents: null, permission: string, origin: string, details: object) => boolean;
type Before = (details: { url: string }, tell: (answer: { cancel: boolean }) => void) => void;

/** As much of a `Session` as the shell touches; everything is allowed until a guard says otherwise. */
export class FakeSession extends EventEmitter {
  ask: Ask = (_, __, tell) => tell(true);
  check: Check = () => true;
  device: () => boolean = () => true;
  before: Before = (_, tell) => tell({ cancel: false });
  readonly webRequest = {
    onBeforeRequest: (before: Before): void => {
      this.before = before;
    },
  };

  get asSession(): Session {
    return this as unknown as Session;
  }
  setPermissionRequestHandler(ask: Ask): void {
    this.ask = ask;
  }
  setPermissionCheckHandler(check: Check): void {
    this.check = check;
  }
  setDevicePermissionHandler(device: () => boolean): void {
    this.device = device;
  }
}
