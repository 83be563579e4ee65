import { Card, Progress } from 'antd';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { KioskAnswer, RunsOut } from '../../../src/contracts/console/fleet.ts';
import { StateMark } from '../design/state-mark.tsx';
import { HUES } from '../design/theme.ts';
import { useTexts, wordFor } from '../texts/language.ts';
import { todayInShanghai } from '../texts/moments.ts';
import { forecastPoints, lastDayOf } from './forecast-points.ts';

function SupplyCard({ supply }: { readonly supply: RunsOut }) {
  const { kiosks, words, overview } = useTexts();
  const today = todayInShanghai();
  const points = forecastPoints(supply, today);
  const { perDay, day, left } = supply;
  return (
    <Card
      title={words.supply[supply.what]}
      extra={
        <StateMark level={left === 0 ? 'stop' : day === null || day > lastDayOf(today) ? 'well' : 'soon'}>
          {overview.left} {left ?? words.unknown}
        </StateMark>
      }
    >
      <p className="quiet">{kiosks.forecast}</p>
      {perDay === null || points.length === 0 ? (
        <span>{kiosks.forecastNone}</span>
      ) : (
        <>
          <strong>{day === null ? kiosks.lasts(perDay) : kiosks.forecastLine(perDay, day)}</strong>
          <div className="chart">
            <ResponsiveContainer>
              <LineChart data={points} margin={{ top: 12, right: 12, left: 0, bottom: 0 }}>
                <CartesianGrid stroke={HUES.sand200} />
                <XAxis dataKey="day" stroke={HUES.ink2} />
                <YAxis stroke={HUES.ink2} allowDecimals={false} />
                <Tooltip />
                <Line
                  dataKey="left"
                  name={overview.left}
                  stroke={HUES.sea600}
                  strokeWidth={2}
                  isAnimationActive={false}
                />
              </LineChart>
            </ResponsiveContainer>
          </div>
        </>
      )}
    </Card>
  );
}

/** What is used up when, and how full the bins are. */
export function SuppliesTab({ answer }: { readonly answer: KioskAnswer }) {
  const { codes, kiosks } = useTexts();
  return (
    <div className="columns">
      {answer.supplies.map((supply) => (
        <SupplyCard key={supply.what} supply={supply} />
      ))}
      <Card title={kiosks.bins}>
        <ul className="lines">
          {answer.bins.map(({ bin, cards, capacity }) => (
            <li key={bin}>
              <span>{wordFor(codes.bins, bin)}</span>
              <Progress
                style={{ width: 240 }}
                percent={capacity === 0 ? 0 : Math.round((100 * cards) / capacity)}
                format={() => kiosks.binCards(cards, capacity)}
                status={cards >= capacity ? 'exception' : 'normal'}
              />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
