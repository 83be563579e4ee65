import './task.css';
import { useState } from 'react';
import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { unreachable } from '../../../src/result.ts';
import { useKiosk } from '../../frame/kiosk-context.ts';
import { AskCamera } from './ask-camera.tsx';
import { AskCards } from './ask-cards.tsx';
import { AskChoose } from './ask-choose.tsx';
import { AskCount } from './ask-count.tsx';
import { AskDo } from './ask-do.tsx';
import { AskDraw } from './ask-draw.tsx';
import { AskEnd } from './ask-end.tsx';
import { AskEnter } from './ask-enter.tsx';
import { AskRunning } from './ask-running.tsx';
import { AskSound } from './ask-sound.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { TaskHeader } from './task-header.tsx';

type TaskPageView = MaintenancePageOf<'task'>;

/** One step of a guided task. Keyed by what is asked, so that nothing typed for one step stands in the next. */
export function TaskPage({ page }: { page: TaskPageView }) {
  const { view } = useKiosk();
  const [leaving, setLeaving] = useState(false);
  const asked = leaving && page.leave !== 'no' ? page.leave : null;
  return (
    <div className="task">
      <div
        className="task-step"
        inert={asked !== null}
        data-task={page.kind}
        data-step={page.step}
        data-ask={page.ask.kind}
        data-outcome={page.ask.kind === 'end' ? page.ask.outcome : undefined}
      >
        <TaskHeader page={page} onLeave={() => setLeaving(true)} />
        <Ask key={`${page.kind} ${page.step} ${page.ask.kind}`} page={page} />
      </div>
      {asked === null || view.overlay !== null ? null : (
        <LeaveQuestion how={asked} onStay={() => setLeaving(false)} />
      )}
    </div>
  );
}

/** One small component for each kind of ask. */
function Ask({ page }: { page: TaskPageView }) {
  const { maintain } = useKiosk();
  const { ask, step } = page;
  const answer = (value: string | number | null) => maintain({ act: 'answer', step, value });
  switch (ask.kind) {
    case 'do':
      return <AskDo page={page} ask={ask} answer={answer} />;
    case 'count':
      return <AskCount page={page} ask={ask} answer={answer} />;
    case 'choose':
      return <AskChoose page={page} ask={ask} answer={answer} />;
    case 'enter':
      return <AskEnter page={page} ask={ask} answer={answer} />;
    case 'cards':
      return <AskCards page={page} ask={ask} answer={answer} />;
    case 'running':
      return <AskRunning page={page} ask={ask} answer={answer} />;
    case 'draw':
      return <AskDraw page={page} ask={ask} answer={answer} />;
    case 'camera':
      return <AskCamera page={page} ask={ask} answer={answer} />;
    case 'sound':
      return <AskSound page={page} ask={ask} answer={answer} />;
    case 'end':
      return <AskEnd page={page} ask={ask} answer={answer} />;
    default:
      return unreachable(ask);
  }
}
