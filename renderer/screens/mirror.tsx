import './camera.css';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Camera, CameraUse } from '../face/camera.ts';
import { useKiosk } from '../frame/kiosk-context.ts';

interface MirrorProps {
  readonly use: CameraUse;
  /** Called once the picture runs; `signal` is aborted when the screen goes. */
  readonly onReady: (video: HTMLVideoElement, signal: AbortSignal, camera: Camera) => void;
  readonly onNoCamera: () => void;
  readonly children: ReactNode;
}

/** The resident in a mirror. Opens the camera when it appears and closes it when it goes, whatever happened (INV-6). */
export function Mirror({ use, onReady, onNoCamera, children }: MirrorProps) {
  const { face } = useKiosk();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ onReady, onNoCamera });
  latest.current = { onReady, onNoCamera };

  useEffect(() => {
    const gone = new AbortController();
    const open = async () => {
      const camera = await face.openCamera(use);
      const element = video.current;
      if (!camera.ok) {
        if (!gone.signal.aborted) latest.current.onNoCamera();
        return;
      }
      if (gone.signal.aborted || element === null) {
        camera.value.close();
        return;
      }
      gone.signal.addEventListener('abort', () => {
        element.srcObject = null;
        camera.value.close();
      });
      const playing = await face.playCamera(camera.value, element);
      if (gone.signal.aborted) return;
      if (playing.ok) latest.current.onReady(element, gone.signal, camera.value);
      else latest.current.onNoCamera();
    };
    open().catch(() => {
      if (!gone.signal.aborted) latest.current.onNoCamera();
    });
    return () => gone.abort();
  }, [face, use]);

  return (
    <div className="mirror">
      <video ref={video} muted playsInline />
      {children}
    </div>
  );
}
