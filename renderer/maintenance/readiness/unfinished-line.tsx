import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { Button } from '../../design/button.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { readableSince } from '../../frame/moment.ts';
import { LevelSign } from './level-sign.tsx';

type Unfinished = MaintenancePageOf<'readiness'>['unfinished'][number];

/** A task that somebody left, or that a power cut stopped: it is gone on with where it was. */
export function UnfinishedLine({ task }: { task: Unfinished }) {
  const { view, maintain } = useKiosk();
  const { readiness, taskNames } = useWords();
  const level = task.mustFinish ? 'stop' : 'soon';
  return (
    <li className={`condition ${level}`} data-subject="unfinished-task" data-level={level}>
      <LevelSign level={level} />
      <div className="condition-words">
        <p className="condition-title">
          <b>
            <WholeWords text={readiness.unfinished.title(taskNames[task.kind].name)} />
          </b>
          {task.mustFinish ? (
            <span>
              <WholeWords text={readiness.unfinished.mustFinish} />
            </span>
          ) : null}
        </p>
        <p className="condition-details">
          <span>
            {readiness.unfinished.begun(
              task.technician,
              readableSince(task.startedAt, view.now, view.language),
            )}
          </span>
        </p>
      </div>
      <Button
        kind="small"
        className="go"
        act="resume-task"
        data={{ 'data-task': task.kind }}
        onPress={() => maintain({ act: 'resume-task', id: task.id })}
      >
        {readiness.unfinished.goOn}
      </Button>
    </li>
  );
}
