import {
  READINESS_LEVELS,
  type ReadinessLevel,
  type ReadinessReport,
} from '../../../src/contracts/maintenance/readiness-report.ts';
import { Button } from '../../design/button.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { readableMoment } from '../../frame/moment.ts';
import { LevelSign } from './level-sign.tsx';

/** The answer to the one question a technician comes with: can people be served? And the count of what is not well. */
export function Verdict({ report }: { report: ReadinessReport }) {
  const { view, maintain } = useKiosk();
  const { readiness } = useWords();
  const { level } = report;
  const count = countOf(report);
  return (
    <div className={`verdict ${level}`}>
      <h1>
        <WholeWords
          text={level === 'well' ? readiness.verdict.well : readiness.verdict[level](count(level))}
        />
      </h1>
      <p className="lead">
        <WholeWords text={readiness.verdictLine[level]} />
      </p>
      <div className="verdict-counts">
        {READINESS_LEVELS.map((one) => (
          <span key={one} className="verdict-count">
            <LevelSign level={one} worded={false} />
            <b>{count(one)}</b>
            {readiness.levels[one]}
          </span>
        ))}
        <span className="verdict-time">
          {readiness.madeAt(readableMoment(report.madeAt, view.language).time)}
        </span>
        <Button kind="small" act="look-again" onPress={() => maintain({ act: 'look-again' })}>
          {readiness.lookAgain}
        </Button>
      </div>
    </div>
  );
}

const countOf = (report: ReadinessReport) => (level: ReadinessLevel) =>
  report.lines.filter((line) => line.level === level).length;
