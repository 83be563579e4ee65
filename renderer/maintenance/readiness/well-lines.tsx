import type { ReactNode } from 'react';
import type { ReadinessLine } from '../../../src/contracts/maintenance/readiness-report.ts';
import { Pager, usePages } from '../../design/pager.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useRoom, useWords } from '../../frame/kiosk-context.ts';
import { conditionWords } from './condition-words.ts';
import { LevelSign } from './level-sign.tsx';

interface WellLinesProps {
  readonly title: string;
  readonly lines: readonly ReadinessLine[];
  readonly after: ReactNode;
}

/** What is well, two beside each other: for whoever wants to know exactly. */
export function WellLines({ title, lines, after }: WellLinesProps) {
  const { view } = useKiosk();
  const words = useWords();
  const { elder, landscape } = useRoom();
  const pages = usePages(lines, landscape ? (elder ? 4 : 8) : elder ? 8 : 14);
  return (
    <>
      <h2 className="well-title">{title}</h2>
      <ul className="well-lines">
        {pages.items.map((line) => {
          const { title: name, state, details } = conditionWords(line, words, view.language, view.now);
          return (
            <li key={`${line.subject} ${line.which}`} data-subject={line.subject}>
              <LevelSign level="well" worded={false} />
              <p>
                <b>
                  <WholeWords text={name} />
                </b>
                <span>
                  {state}
                  {details[0] === undefined ? '' : ` (${details[0]})`}
                </span>
              </p>
            </li>
          );
        })}
      </ul>
      <div className="readiness-below">
        {after}
        <Pager pages={pages} />
      </div>
    </>
  );
}
