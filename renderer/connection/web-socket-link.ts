import { backOff } from './back-off.ts';
import type { KioskLink } from './kiosk-link.ts';

/** What of a WebSocket the link uses; tests give one without a network. */
export type OpenSocket = (url: string, protocol: string) => WebSocket;

interface Parts {
  readonly url: string;
  readonly token: string;
  readonly open: OpenSocket;
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

/**
 * The link of the browser shell: same origin, path `/kiosk`, the per-boot token as subprotocol `kiosk.<token>`.
 * A lost connection is tried again for ever with back-off; what is sent meanwhile is dropped, never kept.
 */
export function webSocketLink({ url, token, open, after }: Parts): KioskLink {
  const message = new Set<(message: unknown) => void>();
  const lost = new Set<() => void>();
  const found = new Set<() => void>();
  let socket: WebSocket | null = null;
  let attempt = 0;
  let closed = false;
  let cancel = () => {
    /* nothing waits yet */
  };

  const connect = () => {
    const opened = open(url, `kiosk.${token}`);
    socket = opened;
    opened.onopen = () => {
      attempt = 0;
      for (const listener of found) listener();
    };
    opened.onmessage = (event: MessageEvent) => {
      const data = parsedJson(event.data);
      for (const listener of message) listener(data);
    };
    opened.onclose = () => {
      if (socket !== opened) return;
      socket = null;
      for (const listener of lost) listener();
      if (closed) return;
      cancel = after(backOff(attempt), connect);
      attempt += 1;
    };
  };
  // The listeners of this turn are in place before the first event can come.
  connect();

  return {
    onMessage: (listener) => message.add(listener),
    onLost: (listener) => lost.add(listener),
    onFound: (listener) => found.add(listener),
    send(data) {
      if (socket?.readyState === 1) socket.send(JSON.stringify(data));
    },
    close() {
      closed = true;
      cancel();
      socket?.close();
    },
  };
}

/** JSON or null; the schema refuses null as it refuses everything that is no view. */
function parsedJson(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
