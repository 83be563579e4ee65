import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { Button } from '../../design/button.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';

interface PageBarProps {
  readonly page: MaintenancePageOf<'readiness'>;
  /** Whether the tasks are shown now. */
  readonly tasks: boolean;
  readonly onTasks: () => void;
}

/** What can be done from the readiness page beside its lines. */
export function PageBar({ page, tasks, onTasks }: PageBarProps) {
  const { maintain } = useKiosk();
  const { readiness } = useWords();
  const { paper, saved } = page;
  return (
    <nav className="page-bar">
      <Button kind="bar" className={tasks ? '' : 'go'} act="open-tasks" onPress={onTasks}>
        <WholeWords text={tasks ? readiness.backToNeeds : readiness.tasks} />
      </Button>
      <Button kind="bar" act="open-devices" onPress={() => maintain({ act: 'open-devices' })}>
        <WholeWords text={readiness.devices} />
      </Button>
      <Button
        kind="bar"
        act="print-report"
        disabled={paper === 'printing' || paper === 'not-possible'}
        onPress={() => maintain({ act: 'print-report' })}
      >
        <WholeWords text={readiness.paper[paper]} />
      </Button>
      <Button
        kind="bar"
        act="save-report"
        disabled={saved === 'saving'}
        onPress={() => maintain({ act: 'save-report' })}
      >
        <WholeWords text={readiness.saved[saved]} />
      </Button>
      <Button kind="bar" className="leave" act="leave" onPress={() => maintain({ act: 'leave' })}>
        <WholeWords text={readiness.leave} />
      </Button>
    </nav>
  );
}
