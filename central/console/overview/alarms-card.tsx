import { Card } from 'antd';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { StateMark } from '../design/state-mark.tsx';
import { addressOf } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';

/** Standing alarms by kind, the most first. */
export function AlarmsCard({ rows }: { readonly rows: FleetSummary['alarms'] }) {
  const { overview, words } = useTexts();
  const standing = rows.filter((row) => row.standing > 0).toSorted((one, two) => two.standing - one.standing);
  const quiet = rows.reduce((sum, row) => sum + row.quiet, 0);
  return (
    <Card title={overview.alarms} extra={quiet === 0 ? null : overview.quiet(quiet)}>
      {standing.length === 0 ? (
        <StateMark level="well">{overview.alarmsNone}</StateMark>
      ) : (
        <ul className="lines">
          {standing.map(({ kind, standing: count }) => (
            <li key={kind}>
              <a href={addressOf(['alarms'], { kind })}>
                <StateMark level="stop">{words.alarms[kind]}</StateMark>
              </a>
              <span className="figure">{overview.kiosksCount(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
