import type { ReadinessLine } from '../../../src/contracts/maintenance/readiness-report.ts';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { conditionWords } from './condition-words.ts';
import { LevelSign } from './level-sign.tsx';
import { NextStep, type OfferedTasks } from './next-step.tsx';

/** One line of the readiness page: how bad, what, how it is, by which numbers, and the next thing to do. */
export function ConditionLine({ line, tasks }: { line: ReadinessLine; tasks: OfferedTasks }) {
  const { view } = useKiosk();
  const words = useWords();
  const { title, state, details, advice } = conditionWords(line, words, view.language, view.now);
  return (
    <li className={`condition ${line.level}`} data-subject={line.subject} data-level={line.level}>
      <LevelSign level={line.level} />
      <div className="condition-words">
        <p className="condition-title">
          <b>
            <WholeWords text={title} />
          </b>
          <span>
            <WholeWords text={state} />
          </span>
        </p>
        {advice === null ? null : <p className="condition-advice">{advice}</p>}
        {details.length === 0 ? null : (
          <p className="condition-details">
            {details.map((detail) => (
              <span key={detail}>{detail}</span>
            ))}
          </p>
        )}
      </div>
      <NextStep line={line} tasks={tasks} />
    </li>
  );
}
