import './welcome.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Note } from '../design/note.tsx';
import { NoticeBoard } from '../design/notice-board.tsx';
import { Act } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { SeaScene } from '../illustrations/sea-scene.tsx';

/** The start screen: where to touch, and what to have ready. */
export function Welcome({ view }: { view: ViewOf<'welcome'> }) {
  const { welcome } = useWords();
  const { landscape } = useRoom();
  return (
    <main className="welcome">
      <div className="welcome-sea">
        <SeaScene lying={landscape} />
      </div>
      <div className="welcome-words">
        <p className="welcome-greeting">{welcome.greeting}</p>
        <h1>{welcome.title}</h1>
        <p className="lead">{welcome.lead}</p>
        <ol className="welcome-steps">
          {welcome.steps.map((step, at) => (
            <li key={step}>
              <b>{at + 1}</b>
              {step}
            </li>
          ))}
        </ol>
        <NoticeBoard notices={view.notices} />
        {view.cardLeftBehind ? <Note tone="warn">{welcome.cardLeftBehind}</Note> : null}
      </div>
      <div className="welcome-start">
        <Act kind="primary" command={{ type: 'start' }}>
          {welcome.start}
        </Act>
        <p>{welcome.bring}</p>
      </div>
    </main>
  );
}
