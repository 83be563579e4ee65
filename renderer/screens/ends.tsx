import '../design/progress.css';
import { useEffect, useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Act } from '../frame/act.tsx';
import { useWords } from '../frame/kiosk-context.ts';
import { TakeCards as TakeCardsPicture } from '../illustrations/devices.tsx';
import { CardGate } from '../illustrations/gates.tsx';
import { ClockScene, GoodbyeScene } from '../illustrations/scenes.tsx';

/** The bar never claims to be full: the core says when it is done. */
const FULLEST = 0.94;

/** What the machine is doing and how long it takes. */
export function Working({ view }: { view: ViewOf<'working'> }) {
  const { ends } = useWords();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed((performance.now() - start) / 1000), 400);
    return () => clearInterval(timer);
  }, []);
  const part = Math.min(FULLEST, elapsed / Math.max(1, view.expectSeconds));
  const title = ends.working[view.act];
  return (
    <Page
      title={title}
      lead={elapsed > view.expectSeconds * 1.5 ? ends.workingLong : ends.workingLead(view.expectSeconds)}
      picture={<ClockScene label={title} />}
    >
      <div className="working-bar">
        <div
          className="progress"
          role="progressbar"
          aria-label={title}
          aria-valuenow={Math.round(part * 100)}
        >
          <div style={{ width: `${Math.max(4, part * 100)}%` }} />
        </div>
      </div>
    </Page>
  );
}

/** INV-5: cards first. */
export function TakeCards({ view }: { view: ViewOf<'take-cards'> }) {
  const { ends } = useWords();
  return (
    <Page
      title={ends.takeTitle}
      lead={view.readers.map((reader) => ends.takeLead[reader]).join(view.language === 'en' ? ' ' : '')}
      picture={
        view.readers.every((reader) => reader === 'own-card') ? (
          <CardGate label={ends.takePicture} moving={false} />
        ) : (
          <TakeCardsPicture
            label={ends.takePicture}
            idCard={view.readers.includes('id-card')}
            socialCard={view.readers.some((reader) => reader !== 'id-card')}
          />
        )
      }
    />
  );
}

/** Goodbye, and that nothing was left behind. */
export function Ended({ view }: { view: ViewOf<'ended'> }) {
  const { ends, frame } = useWords();
  const title = ends.endedTitle[view.why];
  return (
    <Page
      title={title}
      lead={ends.endedLead[view.why]}
      picture={view.why === 'timed-out' ? <ClockScene label={title} /> : <GoodbyeScene label={title} />}
      note={<Note>{ends.endedCheck}</Note>}
      actions={
        <Act kind="primary" className="wide" command={{ type: 'finish' }}>
          {frame.understood}
        </Act>
      }
    />
  );
}
