import type { KioskLink } from './kiosk-link.ts';

/** The one object the Electron preload script puts into the page. */
export interface KioskBridge {
  /** Calls back with each view the core publishes, as plain data; at once with the newest one. */
  onView(listener: (view: unknown) => void): void;
  /** Sends a `ScreenMessage` to the core. */
  send(message: unknown): void;
  /** Calls back when the core has gone and when it is there again. */
  onCore?(listener: (present: boolean) => void): void;
}

declare global {
  interface Window {
    readonly kiosk?: KioskBridge;
  }
}

/** The link through Electron's message port. The shell restarts the core; the bridge stays. */
export function bridgeLink(bridge: KioskBridge): KioskLink {
  return {
    onMessage: (listener) => bridge.onView(listener),
    onLost: (listener) =>
      bridge.onCore?.((present) => {
        if (!present) listener();
      }),
    onFound(listener) {
      bridge.onCore?.((present) => {
        if (present) listener();
      });
      listener();
    },
    send: (message) => bridge.send(message),
    close: () => undefined,
  };
}
