import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Dock } from './dock-link.ts';

const UPRIGHT = { width: 1080, height: 1920 } as const;
const LYING = { width: 1920, height: 1080 } as const;

/** The kiosk's real page at its real size, shrunk as a whole to the room there is. */
export function KioskFrame({ state, catalogue }: Dock) {
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [lying, setLying] = useState(false);
  const [scale, setScale] = useState(0.4);
  const size = lying ? LYING : UPRIGHT;

  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setScale(Math.min(width / size.width, height / size.height));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [size]);
  useCamera(frame, state, catalogue);

  return (
    <div className="stand">
      <div className="room" ref={room}>
        <div className="glass" style={{ width: size.width * scale, height: size.height * scale }}>
          <iframe
            key={state.kioskUrl}
            ref={frame}
            title="Kiosk"
            src={state.kioskUrl}
            allow="camera"
            style={{ ...size, transform: `scale(${scale})` }}
          />
        </div>
      </div>
      <button type="button" onClick={() => setLying(!lying)}>
        {lying ? 'Stand the screen up' : 'Lay the screen down'}
      </button>
    </div>
  );
}

/** Tells the kiosk's page whom its camera sees, whenever that changes and whenever the page is new. */
function useCamera(
  frame: React.RefObject<HTMLIFrameElement | null>,
  { camera, residentId, kioskUrl }: Dock['state'],
  { residents }: Dock['catalogue'],
): void {
  useEffect(() => {
    const origin = new URL(kioskUrl).origin;
    const own = residents.find(({ id }) => id === residentId);
    const other = residents.find(({ portrait }) => portrait !== own?.portrait);
    const seen = camera === 'own-camera' ? undefined : camera === 'somebody-else' ? other : own;
    const clip = camera === 'resident-still' ? 'still' : camera === 'resident-photo' ? 'photo' : 'turning';
    const tell = () => {
      frame.current?.contentWindow?.postMessage(
        { kind: 'dev-dock-camera', portrait: seen?.portrait ?? null, clip },
        origin,
      );
    };
    const onMessage = (event: MessageEvent) => {
      if (event.origin === origin && event.data === 'dev-dock-camera?') tell();
    };
    window.addEventListener('message', onMessage);
    tell();
    return () => window.removeEventListener('message', onMessage);
  }, [frame, camera, residentId, kioskUrl, residents]);
}
