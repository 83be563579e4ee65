import './task-grid.css';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../design/button.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useRoom, useWords } from '../../frame/kiosk-context.ts';
import type { OfferedTasks } from './next-step.tsx';
import { groupOfTask, TASK_GROUPS, type TaskGroup } from './task-groups.ts';

/** Every task by group; one that cannot be begun says why. In large letters one group at a time. */
export function TaskGrid({ tasks }: { tasks: OfferedTasks }) {
  const { elder } = useRoom();
  const { readiness } = useWords();
  const groups = TASK_GROUPS.filter((group) => tasks.some(({ kind }) => groupOfTask(kind) === group));
  const [wanted, setWanted] = useState<TaskGroup>('cards');
  const one = groups.includes(wanted) ? wanted : groups[0];
  const shown = elder ? groups.filter((group) => group === one) : groups;
  return (
    <div className="task-groups">
      {elder ? (
        <div className="task-group-names">
          {groups.map((group) => (
            <Button
              key={group}
              kind="small"
              className={group === one ? 'go' : ''}
              onPress={() => setWanted(group)}
            >
              {readiness.groups[group]}
            </Button>
          ))}
        </div>
      ) : null}
      {shown.map((group) => (
        <section key={group} className="task-group">
          <h2>{readiness.groups[group]}</h2>
          <div className="task-tiles">
            {tasks
              .filter(({ kind }) => groupOfTask(kind) === group)
              .map((task) => (
                <TaskTile key={task.kind} task={task} />
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function TaskTile({ task: { kind, why } }: { task: OfferedTasks[number] }) {
  const { maintain } = useKiosk();
  const { taskNames, readiness } = useWords();
  const { name, line } = taskNames[kind];
  return (
    <AriaButton
      className="task-tile"
      isDisabled={why !== null}
      data-command="begin-task"
      data-task={kind}
      onPress={() => maintain({ act: 'begin-task', task: kind })}
    >
      <b>
        <WholeWords text={name} />
      </b>
      <span>{why === null ? <WholeWords text={line} /> : <WholeWords text={readiness.why[why]} />}</span>
    </AriaButton>
  );
}
