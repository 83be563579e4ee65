import { Card, Table } from 'antd';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { StateMark } from '../design/state-mark.tsx';
import { addressOf } from '../frame/route.ts';
import { useTexts, wordFor } from '../texts/language.ts';

type Row = FleetSummary['servicesOff'][number];

interface Props {
  readonly rows: readonly Row[];
  /** Kiosks that are heard: of the others nothing is known. */
  readonly heard: number;
}

/** Which service is down where and why, the most kiosks first. */
export function ServicesDownCard({ rows, heard }: Props) {
  const { overview, words } = useTexts();
  return (
    <Card title={overview.servicesDown}>
      {rows.length === 0 ? (
        <StateMark level={heard === 0 ? 'off' : 'well'}>
          {heard === 0 ? overview.nobodyHeard : overview.servicesDownNone}
        </StateMark>
      ) : (
        <Table<Row>
          size="small"
          rowKey={({ service, reason, region }) => `${service} ${reason} ${region}`}
          dataSource={[...rows]}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: words.service,
              key: 'service',
              render: (_, { service, region }) => (
                <a
                  href={addressOf(['kiosks'], {
                    serviceOff: service,
                    ...(region === null ? {} : { region }),
                  })}
                >
                  <StateMark level="stop">{words.services[service]}</StateMark>
                </a>
              ),
            },
            { title: words.region, key: 'region', render: (_, { region }) => region ?? words.noRegion },
            {
              title: words.reason,
              key: 'reason',
              render: (_, { reason }) =>
                reason === null ? words.unknown : wordFor(words.offReasons, reason),
            },
            {
              title: overview.howMany,
              key: 'kiosks',
              align: 'right',
              render: (_, { kiosks }) => overview.kiosksCount(kiosks),
            },
          ]}
        />
      )}
    </Card>
  );
}
