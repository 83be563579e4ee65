import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import type { ReadinessLine } from '../../../src/contracts/maintenance/readiness-report.ts';
import { Button } from '../../design/button.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';

export type OfferedTasks = MaintenancePageOf<'readiness'>['tasks'];

/** The one next thing to do about a line: a button that begins the task, or a sentence for the hands. */
export function NextStep({ line, tasks }: { line: ReadinessLine; tasks: OfferedTasks }) {
  const { maintain } = useKiosk();
  const { readiness, taskNames } = useWords();
  const { next } = line;
  if (next === null) return null;
  const offered = tasks.find(({ kind }) => kind === next);
  if (offered === undefined) {
    const words: Readonly<Record<string, string>> = readiness.next;
    const said = words[next];
    return said === undefined ? null : (
      <p className="next-words">
        <WholeWords text={said} />
      </p>
    );
  }
  const { kind, why } = offered;
  return why === null ? (
    <Button
      kind="small"
      className="go"
      act="begin-task"
      data={{ 'data-task': kind }}
      onPress={() => maintain({ act: 'begin-task', task: kind })}
    >
      <WholeWords text={taskNames[kind].name} />
    </Button>
  ) : (
    <p className="next-words">
      <WholeWords text={taskNames[kind].name} />
      <br />
      <WholeWords text={readiness.why[why]} />
    </p>
  );
}
