import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { Button } from '../../design/button.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { BackIcon, LeaveIcon } from '../../illustrations/signs.tsx';

interface TaskHeaderProps {
  readonly page: MaintenancePageOf<'task'>;
  readonly onLeave: () => void;
}

/** Which task, which step of how many, who does it; one step back, and the way out. */
export function TaskHeader({ page, onLeave }: TaskHeaderProps) {
  const { maintain } = useKiosk();
  const { tasks, taskNames } = useWords();
  const { frame } = tasks;
  const { step, of } = page.progress;
  const people = page.second === null ? page.technician : `${page.technician} · ${page.second}`;
  return (
    <header className="task-header">
      <div className="task-name">
        <b>{taskNames[page.kind].name}</b>
        <span>
          {frame.step(step, of)} · {people}
        </span>
      </div>
      {page.back ? (
        <Button kind="small" act="step-back" onPress={() => maintain({ act: 'step-back' })}>
          <BackIcon />
          {frame.back}
        </Button>
      ) : null}
      {page.leave === 'no' ? null : (
        <Button kind="small" act="leave-task" onPress={onLeave}>
          <LeaveIcon />
          {frame.leave[page.leave]}
        </Button>
      )}
      <progress className="task-bar" max={of} value={step} aria-hidden="true" />
    </header>
  );
}
