import { StrictMode, useEffect, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { bridgeLink } from './connection/bridge-link.ts';
import { type KioskClient, kioskClient } from './connection/kiosk-link.ts';
import { heapOfChromium, watchPage } from './connection/page-alive.ts';
import { takeToken } from './connection/token.ts';
import { webSocketLink } from './connection/web-socket-link.ts';
import { ownFacePort } from './face-port.ts';
import { Kiosk } from './kiosk.tsx';

/** Defined by the build: true where the dev dock exists, false in production, where the code behind it is dropped. */
declare const __DEV_DOCK__: boolean;

function openLink() {
  if (window.kiosk !== undefined) return bridgeLink(window.kiosk);
  const taken = takeToken(location.href);
  if (taken !== null) history.replaceState(null, '', taken.cleaned);
  return webSocketLink({
    url: `${location.origin.replace(/^http/, 'ws')}/kiosk`,
    token: taken?.token ?? 'none',
    open: (url, protocol) => new WebSocket(url, protocol),
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

function App({ client }: { client: KioskClient }) {
  const { view, texts } = useSyncExternalStore(client.subscribe, client.current);
  useEffect(() => {
    const page = watchPage({
      requestFrame: (drawn) => requestAnimationFrame(drawn),
      now: () => performance.now(),
      heapBytes: heapOfChromium,
      say: client.pageAlive,
    });
    document.addEventListener('pointerdown', page.touched);
    document.addEventListener('pointerdown', client.activity);
    document.addEventListener('keydown', client.activity);
    return () => {
      page.stop();
      document.removeEventListener('pointerdown', page.touched);
      document.removeEventListener('pointerdown', client.activity);
      document.removeEventListener('keydown', client.activity);
    };
  }, [client]);
  return (
    <Kiosk
      view={view}
      texts={texts}
      send={client.command}
      maintain={client.maintain}
      callTechnician={client.callTechnician}
      face={ownFacePort}
    />
  );
}

if (__DEV_DOCK__) void import('./face/dev-dock-messages.ts').then((dock) => dock.listenToDevDock());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// A kiosk has no second mouse button, no drag, no text to select.
document.addEventListener('contextmenu', (event) => event.preventDefault());
createRoot(root).render(
  <StrictMode>
    <App client={kioskClient(openLink(), () => performance.now())} />
  </StrictMode>,
);
