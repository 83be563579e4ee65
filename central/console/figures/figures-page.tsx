import { Card, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { FIGURE_GROUPS, type FigureGroup, type FigureRow } from '../../../src/contracts/console/figures.ts';
import { calendarDay } from '../../../src/contracts/fields.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { workReading } from '../api/work.ts';
import { Page, Shown } from '../frame/page.tsx';
import { DeskTable } from '../tables/desk-table.tsx';
import { useTexts, wordFor } from '../texts/language.ts';
import { shareText, todayInShanghai } from '../texts/moments.ts';
import { DayChart } from './day-chart.tsx';

const DAYS_SHOWN = 14;
const DAY = 'YYYY-MM-DD';

function FigureTable({ rows, by }: { readonly rows: readonly FigureRow[]; readonly by: FigureGroup }) {
  const { figures, words } = useTexts();
  const { dispositions } = figures;
  const count = (
    key: 'sessions' | 'completed' | 'cancelled' | 'timedOut' | 'refused' | 'trouble',
    title: string,
  ) => ({
    key,
    title,
    sorts: true,
    align: 'right' as const,
    text: (row: FigureRow) => row[key],
  });
  return (
    <DeskTable<FigureRow>
      name={`figures-${by}`}
      rows={rows}
      rowKey={({ day, service, region }) => `${day} ${service} ${region}`}
      empty={figures.empty}
      columns={[
        ...(by.includes('day')
          ? [{ key: 'day', title: figures.day, sorts: true, text: ({ day }: FigureRow) => day }]
          : []),
        ...(by.includes('service')
          ? [
              {
                key: 'service',
                title: words.service,
                filters: true,
                text: ({ service }: FigureRow) => wordFor(words.services, service ?? ''),
              },
            ]
          : []),
        ...(by.includes('region')
          ? [
              {
                key: 'region',
                title: words.region,
                filters: true,
                text: ({ region }: FigureRow) => (region === '' ? words.noRegion : region),
              },
            ]
          : []),
        count('sessions', figures.sessions),
        count('completed', wordFor(dispositions, 'completed')),
        {
          key: 'share',
          title: figures.completedShare,
          align: 'right',
          text: ({ completed, sessions }) => shareText(completed, sessions),
        },
        count('cancelled', wordFor(dispositions, 'cancelled')),
        count('timedOut', wordFor(dispositions, 'timed-out')),
        count('refused', wordFor(dispositions, 'refused')),
        count('trouble', wordFor(dispositions, 'trouble')),
        {
          key: 'mean',
          title: figures.mean,
          sorts: true,
          align: 'right',
          text: ({ meanSeconds }) => (meanSeconds === null ? null : Math.round(meanSeconds)),
        },
      ]}
    />
  );
}

/** How much was done, by day, service and region. */
export function FiguresPage() {
  const { figures } = useTexts();
  const today = todayInShanghai();
  const [days, setDays] = useState({
    from: calendarDay.parse(
      dayjs(today)
        .subtract(DAYS_SHOWN - 1, 'day')
        .format(DAY),
    ),
    to: today,
  });
  const [by, setBy] = useState<FigureGroup>('day');
  const daily = useLoaded(
    (reader) => workReading(reader).figures({ ...days, by: 'day' }),
    `figures day ${days.from} ${days.to}`,
    null,
  );
  const table = useLoaded(
    (reader) => workReading(reader).figures({ ...days, by }),
    `figures ${by} ${days.from} ${days.to}`,
    null,
  );
  return (
    <Page name="figures">
      <div className="table-bar">
        <DatePicker.RangePicker
          allowClear={false}
          aria-label={figures.days}
          value={[dayjs(days.from), dayjs(days.to)]}
          onChange={(range) => {
            const [from, to] = range ?? [];
            if (from && to)
              setDays({ from: calendarDay.parse(from.format(DAY)), to: calendarDay.parse(to.format(DAY)) });
          }}
        />
        <Select
          aria-label={figures.by}
          value={by}
          onChange={setBy}
          options={FIGURE_GROUPS.map((value) => ({ value, label: figures.groups[value] }))}
          style={{ width: 200 }}
        />
      </div>
      <div className="stack">
        <Card title={figures.chart}>
          <Shown loaded={daily}>{(value) => <DayChart rows={value.rows} />}</Shown>
        </Card>
        <Shown loaded={table}>{(value) => <FigureTable rows={value.rows} by={by} />}</Shown>
      </div>
    </Page>
  );
}
