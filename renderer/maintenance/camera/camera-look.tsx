import './camera-look.css';
import { useState } from 'react';
import { THRESHOLDS } from '../../../src/maintenance/thresholds.ts';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { Mirror } from '../../screens/mirror.tsx';
import type { LightAndFocus } from './light-and-focus.ts';
import { measureVideo } from './measure-video.ts';

/** What residents' faces will be seen with, live and small, with light and focus in words. The picture stays here. */
export function CameraLook() {
  const { maintain } = useKiosk();
  const { readiness } = useWords();
  const [look, setLook] = useState<LightAndFocus | null>(null);
  const [dark, setDark] = useState(false);
  return (
    <figure className="camera-look" aria-label={readiness.camera.title}>
      <Mirror
        use="verification"
        onNoCamera={() => {
          setDark(true);
          maintain({ act: 'camera-measured', light: null, focus: null, width: 0, height: 0 });
        }}
        onReady={(video, signal) =>
          measureVideo(video, signal, (measured) => {
            setLook(measured);
            maintain({ act: 'camera-measured', ...measured });
          })
        }
      >
        {dark ? <p className="camera-look-none">{readiness.camera.none}</p> : null}
      </Mirror>
      <figcaption>{dark ? readiness.camera.none : <Measured look={look} />}</figcaption>
    </figure>
  );
}

function Measured({ look }: { look: LightAndFocus | null }) {
  const { readiness } = useWords();
  const { measuring, light, focus } = readiness.camera;
  if (look === null) return measuring;
  const bright =
    look.light < THRESHOLDS.cameraDark ? 'dark' : look.light > THRESHOLDS.cameraBright ? 'bright' : 'right';
  const sharp = look.focus < THRESHOLDS.cameraFocus ? 'blurred' : 'right';
  return (
    <>
      <span className={bright === 'right' ? '' : 'amiss'}>{light[bright]}</span>
      {', '}
      <span className={sharp === 'right' ? '' : 'amiss'}>{focus[sharp]}</span>
    </>
  );
}
