import type { ConsoleChange } from '../../src/contracts/console/access.ts';

/** Something a kiosk or the console waits for has changed. Names only: whoever hears it reads the database. */
export type Change =
  /** Assignment or orders of these kiosks. */
  | { readonly about: 'kiosks'; readonly kioskIds: readonly string[] }
  /** Assignments of all of them: emergency off, a revocation. */
  | { readonly about: 'every-kiosk' }
  /** Heartbeats, alarms, rollouts, work, who may sign in: what an open console shows. */
  | { readonly about: 'console'; readonly what: ConsoleChange['what'] };

/**
 * Wakes whoever waits, in this process and, on PostgreSQL, in every other (LISTEN/NOTIFY). Announced after the commit.
 * It may be lost when a connection breaks: everybody who waits looks again by the clock all the same.
 */
export interface ChangeSignal {
  announce(change: Change): Promise<void>;
  /** Answers how to hear no more. */
  subscribe(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}

/** Within one process: all there is on SQLite. */
export function changesInProcess(): ChangeSignal {
  const listeners = new Set<(change: Change) => void>();
  return {
    announce: (change) => {
      for (const listener of listeners) listener(change);
      return Promise.resolve();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
