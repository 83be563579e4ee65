import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { Button } from '../../design/button.tsx';
import { Pager, usePages } from '../../design/pager.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import { ClockScene } from '../../illustrations/scenes.tsx';
import { ForwardIcon } from '../../illustrations/signs.tsx';
import { ConditionLine } from './condition-line.tsx';
import { LevelSign } from './level-sign.tsx';
import { UnfinishedLine } from './unfinished-line.tsx';

interface NeedsProps {
  readonly page: MaintenancePageOf<'readiness'>;
  readonly onWell: () => void;
}

/** Lines that fit under each other; lines with advice take the room of two. */
const ROOM = {
  upright: { normal: 5, elder: 3 },
  lying: { normal: 4, elder: 3 },
} as const;

/** What needs somebody: tasks left unfinished first, then red, then amber; the rest folded under one line. */
export function Needs({ page: { report, tasks, unfinished }, onWell }: NeedsProps) {
  const { readiness } = useWords();
  const { elder, landscape } = useRoom();
  const room = ROOM[landscape ? 'lying' : 'upright'][elder ? 'elder' : 'normal'];
  const lines = (report?.lines ?? []).filter(
    ({ level, subject }) => level !== 'well' && subject !== 'unfinished-task',
  );
  const needs = [
    ...unfinished.map((task) => ({ kind: 'unfinished' as const, key: task.id, task })),
    ...lines.map((line) => ({ kind: 'line' as const, key: `${line.subject} ${line.which}`, line })),
  ];
  const pages = usePages(needs, room, (need) =>
    need.kind === 'line' && need.line.subject === 'unknown-transactions' ? 2 : 1,
  );
  const well = (report?.lines ?? []).filter(({ level }) => level === 'well').length;
  return (
    <>
      {needs.length === 0 && report === null ? (
        <div className="looking" role="status">
          <ClockScene label={readiness.looking} />
        </div>
      ) : needs.length === 0 ? (
        <div className="nothing-to-do">
          <LevelSign level="well" worded={false} />
          <h2>{readiness.nothingToDo}</h2>
          <p>
            <WholeWords text={readiness.nothingToDoLine} />
          </p>
        </div>
      ) : (
        <ul className="conditions">
          {pages.items.map((need) =>
            need.kind === 'unfinished' ? (
              <UnfinishedLine key={need.key} task={need.task} />
            ) : (
              <ConditionLine key={need.key} line={need.line} tasks={tasks} />
            ),
          )}
        </ul>
      )}
      <div className="readiness-below">
        {well === 0 ? null : (
          <Button kind="small" className="well-folded" act="open-well" onPress={onWell}>
            <LevelSign level="well" worded={false} />
            {readiness.wellFolded(well)}
            <ForwardIcon />
          </Button>
        )}
        <Pager pages={pages} />
      </div>
    </>
  );
}
