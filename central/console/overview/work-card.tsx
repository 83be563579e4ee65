import { Card } from 'antd';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { StateMark } from '../design/state-mark.tsx';
import { addressOf } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';

/** What waits for people to decide. */
export function WorkCard({ rows }: { readonly rows: FleetSummary['work'] }) {
  const { overview, work } = useTexts();
  const waiting = rows.filter(({ open, waitsForSecond }) => open + waitsForSecond > 0);
  return (
    <Card title={overview.work}>
      {waiting.length === 0 ? (
        <StateMark level="well">{overview.workNone}</StateMark>
      ) : (
        <ul className="lines">
          {waiting.map(({ kind, open, waitsForSecond }) => (
            <li key={kind}>
              <a href={addressOf(['work'], { kind })}>
                <StateMark level={open > 0 ? 'stop' : 'soon'}>{work.kinds[kind]}</StateMark>
              </a>
              <span>
                {waitsForSecond === 0 ? null : (
                  <span className="quiet">{overview.second(waitsForSecond)} </span>
                )}
                <span className="figure">{open + waitsForSecond}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
