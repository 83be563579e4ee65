import { CONSOLE_API, type ConsoleChange, consoleChange } from '../../../src/contracts/console/access.ts';

export type LiveSubject = ConsoleChange['what'];

/** Tells pages when to look again: by server-sent events, and by the clock where those do not come. */
export interface LiveChanges {
  subscribe(listener: (subject: LiveSubject | 'everything') => void): () => void;
  /** Whether events come now. */
  connected(): boolean;
  close(): void;
}

const POLL_MS = 15_000;
/** Events are news, not a promise: everything is looked at again this often all the same. */
const POLL_WHILE_CONNECTED_MS = 60_000;

/** What an event is about; everything where it cannot be read. */
export function subjectOf(data: string): LiveSubject | 'everything' {
  try {
    const change = consoleChange.safeParse(JSON.parse(data));
    return change.success ? change.data.what : 'everything';
  } catch (error) {
    if (error instanceof SyntaxError) return 'everything';
    throw error;
  }
}

/** Begins to listen at `/console/api/changes`. */
export function liveChanges(): LiveChanges {
  const listeners = new Set<(subject: LiveSubject | 'everything') => void>();
  const tell = (subject: LiveSubject | 'everything') => {
    for (const listener of listeners) listener(subject);
  };
  const events = new EventSource(`${CONSOLE_API}/changes`);
  events.addEventListener('message', ({ data }) => tell(subjectOf(String(data))));
  const connected = () => events.readyState === EventSource.OPEN;
  let lookedAt = performance.now();
  const timer = setInterval(() => {
    const since = performance.now() - lookedAt;
    if (since < (connected() ? POLL_WHILE_CONNECTED_MS : POLL_MS)) return;
    lookedAt = performance.now();
    if (document.visibilityState === 'visible') tell('everything');
  }, POLL_MS);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connected,
    close: () => {
      clearInterval(timer);
      events.close();
      listeners.clear();
    },
  };
}
