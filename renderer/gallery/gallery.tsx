import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Language, View } from '../../src/contracts/view.ts';
import { err } from '../../src/result.ts';
import type { FacePort } from '../face-port.ts';
import { Kiosk } from '../kiosk.tsx';
import { faultsOnScreen } from './inspection.ts';
import { SAMPLES } from './samples.ts';

/** A camera that never opens and never answers: the screens stand still for their picture. */
const stillCamera: FacePort = {
  openCamera: () => new Promise(() => undefined),
  playCamera: async () => err('no-picture'),
  verifyFace: () => new Promise(() => undefined),
  takePhoto: () => new Promise(() => undefined),
  scanCode: () => new Promise(() => undefined),
};

const element = document.getElementById('root');
if (element === null) throw new Error('gallery.html has no #root');
const root = createRoot(element);
const sent: unknown[] = [];

const gallery = {
  names: [...SAMPLES.keys()],
  sent,
  /** Draws a sample at once and says what is wrong with what can be seen. */
  show(name: string, language: Language, elder: boolean, lowReach = false): string[] {
    const view = SAMPLES.get(name);
    if (view === undefined) return [`no sample ${name}`];
    // Nothing typed or turned on one sample may show on the next.
    gallery.draw(null);
    gallery.draw({ ...view, language, elder, lowReach });
    return faultsOnScreen(elder);
  },
  inspect: faultsOnScreen,
  draw(view: View | null): void {
    flushSync(() =>
      root.render(
        <Kiosk
          view={view}
          send={(command) => sent.push(command)}
          maintain={(act) => sent.push(act)}
          callTechnician={() => sent.push('call-technician')}
          face={stillCamera}
        />,
      ),
    );
  },
};
export type Gallery = typeof gallery;
Object.assign(window, { gallery });

const asked = new URLSearchParams(location.search);
gallery.show(
  asked.get('screen') ?? 'home',
  asked.get('lang') === 'en' ? 'en' : 'zh-CN',
  asked.get('elder') === 'true',
  asked.get('low') === 'true',
);
