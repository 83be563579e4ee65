import { type Command, type ScreenMessage, screenMessage } from '../../src/contracts/command.ts';
import type { ScreenTexts } from '../../src/contracts/configuration/small-documents.ts';
import type { MaintenanceAct } from '../../src/contracts/maintenance/maintenance-act.ts';
import { type View, view as viewSchema } from '../../src/contracts/view.ts';
import { ignoredTexts } from '../texts/catalogue.ts';

/** The wire under the screen: WebSocket in the browser shell, a message port in Electron. Messages are plain data. */
export interface KioskLink {
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onLost: (listener: () => void) => void;
  readonly onFound: (listener: () => void) => void;
  readonly send: (message: unknown) => void;
  readonly close: () => void;
}

/** At most one sign of life per second. */
const ACTIVITY_INTERVAL_MS = 1_000;

export interface KioskSession {
  readonly view: View | null;
  /** Sentences said otherwise, as the last view that named any said. */
  readonly texts: ScreenTexts | null;
  readonly connected: boolean;
  /** Views that did not keep the contract and were dropped. */
  readonly dropped: number;
}

/** What a living page says of itself; milliseconds, bytes. */
export type PageLife = Omit<Extract<ScreenMessage, { kind: 'page-alive' }>, 'kind'>;

export interface KioskClient {
  readonly current: () => KioskSession;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends what the resident did to the view they were looking at. */
  readonly command: (command: Command) => void;
  /** A touch without a command: the time-out starts again. */
  readonly activity: () => void;
  /** What a technician did on the page they were looking at; on the `maintenance` screen alone. */
  readonly maintain: (act: MaintenanceAct) => void;
  /** The hidden gesture. The core says whether and when it is answered. */
  readonly callTechnician: () => void;
  readonly pageAlive: (life: PageLife) => void;
  readonly close: () => void;
}

/** Parses what arrives, keeps the newest view, and names its revision in every command. `now` in milliseconds. */
export function kioskClient(link: KioskLink, now: () => number): KioskClient {
  let state: KioskSession = { view: null, texts: null, connected: false, dropped: 0 };
  let lastActivity = Number.NEGATIVE_INFINITY;
  const listeners = new Set<() => void>();
  const become = (next: Partial<KioskSession>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const say = (message: ScreenMessage, what: string) => {
    const kept = screenMessage.safeParse(message);
    if (kept.success) link.send(kept.data);
    else console.warn('a message did not keep the contract and was not sent', what);
  };

  // The core may come back as another process whose revisions start again: the old view is worth nothing (INV-6).
  link.onLost(() => become({ connected: false, view: null }));
  link.onMessage((message) => {
    const parsed = viewSchema.safeParse(message);
    if (!parsed.success) return become({ dropped: state.dropped + 1 });
    if (state.view !== null && parsed.data.revision < state.view.revision) return;
    const { texts } = parsed.data;
    become({ view: parsed.data, ...(texts && { texts }) });
    if (texts) say({ kind: 'texts-heard', ignored: ignoredTexts(texts) }, 'texts-heard');
  });
  link.onFound(() => {
    link.send({ kind: 'hello', protocol: 1 });
    become({ connected: true });
  });

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command(command) {
      if (state.view === null || !state.view.can.includes(command.type)) return;
      say({ kind: 'command', revision: state.view.revision, command }, command.type);
    },
    activity() {
      if (state.view === null || now() - lastActivity < ACTIVITY_INTERVAL_MS) return;
      lastActivity = now();
      link.send({ kind: 'activity' });
    },
    maintain(act) {
      if (state.view?.screen !== 'maintenance') return;
      say({ kind: 'maintain', revision: state.view.revision, act }, act.act);
    },
    callTechnician() {
      if (state.connected && state.view?.screen !== 'maintenance') link.send({ kind: 'call-technician' });
    },
    pageAlive(life) {
      if (state.connected) say({ kind: 'page-alive', ...life }, 'page-alive');
    },
    close: link.close,
  };
}
