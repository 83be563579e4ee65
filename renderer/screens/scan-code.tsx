import './camera.css';
import './scan-code.css';
import { useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import type { Camera } from '../face/camera.ts';
import { useKiosk, useWords } from '../frame/kiosk-context.ts';
import { ShowCodeScene, ShowReceiptScene } from '../illustrations/service-scenes.tsx';
import { Mirror } from './mirror.tsx';

/** After a code was sent: time for the core to answer, and for the resident to refresh it, milliseconds. */
const BETWEEN_CODES_MS = 2_500;

/** A code on a telephone (ECARD-2) or a receipt before the camera; the picture is looked at and forgotten. */
export function ScanCode({ view }: { view: ViewOf<'scan-code'> }) {
  const { send, face } = useKiosk();
  const { scan } = useWords();
  const [state, setState] = useState<'starting' | 'looking' | 'no-camera'>('starting');
  const noCamera = () => {
    setState('no-camera');
    send({ type: 'camera-failed' });
  };
  const look = async (camera: Camera, signal: AbortSignal) => {
    setState('looking');
    while (!signal.aborted) {
      const code = await face.scanCode(camera, signal);
      if (signal.aborted) return;
      send({ type: 'code-scanned', code });
      await pause(BETWEEN_CODES_MS, signal);
    }
  };
  const { problem, wanted } = view;
  const words = scan.of[wanted];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      picture={
        state === 'no-camera' || problem === 'camera-down' ? (
          wanted === 'receipt' ? (
            <ShowReceiptScene label={words.frame} />
          ) : (
            <ShowCodeScene label={words.frame} />
          )
        ) : (
          <Mirror
            use="card-photo"
            onNoCamera={noCamera}
            onReady={(_video, signal, camera) => {
              look(camera, signal).catch(() => {
                if (!signal.aborted) noCamera();
              });
            }}
          >
            <CodeFrame />
            <p className="mirror-hint" role="status">
              {state === 'starting' ? scan.starting : words.looking}
            </p>
          </Mirror>
        )
      }
      note={
        problem === null ? <Note>{scan.notStored}</Note> : <Note tone="warn">{words.problems[problem]}</Note>
      }
    />
  );
}

/** Ends early, without a complaint, when the screen goes. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

/** Four corners: the code belongs between them. */
function CodeFrame() {
  return (
    <svg className="code-frame" viewBox="0 0 600 600" aria-hidden="true">
      <path
        d="M40 160V80a40 40 0 0 1 40-40h80M440 40h80a40 40 0 0 1 40 40v80M560 440v80a40 40 0 0 1-40 40h-80M160 560H80a40 40 0 0 1-40-40v-80"
        fill="none"
        stroke="#ffffff"
        strokeWidth="18"
        strokeLinecap="round"
      />
    </svg>
  );
}
