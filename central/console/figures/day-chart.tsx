import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { FigureRow } from '../../../src/contracts/console/figures.ts';
import { HUES } from '../design/theme.ts';
import { useTexts, wordFor } from '../texts/language.ts';

/** What each day was made of: done, given up by residents, refused, and what failed through our own fault. */
export function DayChart({ rows }: { readonly rows: readonly FigureRow[] }) {
  const { figures } = useTexts();
  const data = rows
    .toSorted((one, other) => (one.day ?? '').localeCompare(other.day ?? ''))
    .map((row) => ({ ...row, day: row.day?.slice(5) ?? '', left: row.cancelled + row.timedOut }));
  if (data.length === 0) return <p className="quiet">{figures.empty}</p>;
  const { dispositions } = figures;
  const bars = [
    ['completed', wordFor(dispositions, 'completed'), HUES.sea600],
    ['left', `${wordFor(dispositions, 'cancelled')} / ${wordFor(dispositions, 'timed-out')}`, HUES.sand300],
    ['refused', wordFor(dispositions, 'refused'), HUES.warnBar],
    ['trouble', wordFor(dispositions, 'trouble'), HUES.bad],
  ] as const;
  return (
    <div className="chart">
      <ResponsiveContainer>
        <BarChart data={data} margin={{ top: 8, right: 12, left: 0, bottom: 0 }}>
          <CartesianGrid stroke={HUES.sand200} vertical={false} />
          <XAxis dataKey="day" stroke={HUES.ink2} />
          <YAxis stroke={HUES.ink2} allowDecimals={false} />
          <Tooltip />
          <Legend
            itemSorter={null}
            formatter={(name: string) => <span className="chart-word">{name}</span>}
          />
          {bars.map(([key, name, fill]) => (
            <Bar key={key} dataKey={key} name={name} fill={fill} stackId="day" isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
