import '../frame/overview.css';
import './readiness.css';
import './condition-line.css';
import { useState } from 'react';
import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import type { ReadinessReport } from '../../../src/contracts/maintenance/readiness-report.ts';
import { Button } from '../../design/button.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import { CameraLook } from '../camera/camera-look.tsx';
import { Needs } from './needs.tsx';
import { PageBar } from './page-bar.tsx';
import { TaskGrid } from './task-grid.tsx';
import { Verdict } from './verdict.tsx';
import { WellLines } from './well-lines.tsx';

/** What the middle of the page shows: what needs somebody, what is well, or every task. */
type Face = 'needs' | 'well' | 'tasks';

/** The first page: can people be served, what is wrong, and the next thing to do about each. */
export function ReadinessPage({ page }: { page: MaintenancePageOf<'readiness'> }) {
  const { readiness } = useWords();
  const { landscape } = useRoom();
  const [face, setFace] = useState<Face>('needs');
  const { report } = page;
  const back = () => setFace('needs');
  return (
    <main className={`overview readiness ${face}`}>
      {face === 'tasks' ? (
        <h1 className={landscape ? 'visually-hidden' : undefined}>
          <WholeWords text={readiness.tasksTitle} />
        </h1>
      ) : (
        <div className="readiness-head">
          {report === null ? <Looking /> : <Verdict report={report} />}
          <CameraLook />
        </div>
      )}
      <div className="readiness-middle">
        {face === 'tasks' ? <TaskGrid tasks={page.tasks} /> : null}
        {face === 'needs' ? <Needs page={page} onWell={() => setFace('well')} /> : null}
        {face === 'well' && report !== null ? <Folded report={report} onBack={back} /> : null}
      </div>
      <PageBar
        page={page}
        tasks={face === 'tasks'}
        onTasks={() => setFace(face === 'tasks' ? 'needs' : 'tasks')}
      />
    </main>
  );
}

function Folded({ report, onBack }: { report: ReadinessReport; onBack: () => void }) {
  const { readiness } = useWords();
  const well = report.lines.filter(({ level }) => level === 'well');
  return (
    <WellLines
      title={readiness.wellTitle(well.length)}
      lines={well}
      after={
        <Button kind="small" onPress={onBack}>
          {readiness.backToNeeds}
        </Button>
      }
    />
  );
}

function Looking() {
  const { readiness } = useWords();
  return (
    <div className="verdict looks" role="status">
      <h1>
        <WholeWords text={readiness.looking} />
      </h1>
    </div>
  );
}
