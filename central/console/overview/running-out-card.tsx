import { Card, Table } from 'antd';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { StateMark } from '../design/state-mark.tsx';
import { KioskLink } from '../frame/kiosk-link.tsx';
import { useTexts } from '../texts/language.ts';

type Row = FleetSummary['runningOut'][number];

/** Blanks and paper that are used up within a week, the soonest first. */
export function RunningOutCard({ rows }: { readonly rows: readonly Row[] }) {
  const { overview, words } = useTexts();
  return (
    <Card title={overview.runningOut}>
      {rows.length === 0 ? (
        <StateMark level="well">{overview.runningOutNone}</StateMark>
      ) : (
        <Table<Row>
          size="small"
          rowKey={({ kioskId, what }) => `${kioskId} ${what}`}
          dataSource={[...rows]}
          pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: words.kiosk,
              key: 'kiosk',
              render: (_, { kioskId, kioskName }) => (
                <KioskLink kioskId={kioskId} name={kioskName} tab="supplies" />
              ),
            },
            { title: words.region, key: 'region', render: (_, { region }) => region ?? words.noRegion },
            {
              title: overview.left,
              key: 'left',
              render: (_, { what, left }) => `${words.supply[what]} ${left ?? words.unknown}`,
            },
            {
              title: overview.day,
              key: 'day',
              render: (_, { day, left }) => (
                <StateMark level={left === 0 ? 'stop' : 'soon'}>{day ?? words.unknown}</StateMark>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
