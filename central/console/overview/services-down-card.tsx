import { Card, Table } from 'antd';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { SERVICES } from '../../../src/contracts/service.ts';
import { StateMark } from '../design/state-mark.tsx';
import { addressOf } from '../frame/route.ts';
import { useTexts, wordFor } from '../texts/language.ts';
import { type DownTogether, downTogether } from './down-together.ts';

interface Props {
  readonly rows: FleetSummary['servicesOff'];
  /** Kiosks that are heard: of the others nothing is known. */
  readonly heard: number;
}

/** Which services are down where and why, the most kiosks first. */
export function ServicesDownCard({ rows, heard }: Props) {
  const { overview, words } = useTexts();
  return (
    <Card title={overview.servicesDown}>
      {rows.length === 0 ? (
        <StateMark level={heard === 0 ? 'off' : 'well'}>
          {heard === 0 ? overview.nobodyHeard : overview.servicesDownNone}
        </StateMark>
      ) : (
        <Table<DownTogether>
          size="small"
          rowKey={({ reason, region, kiosks }) => `${reason} ${region} ${kiosks}`}
          dataSource={downTogether(rows)}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: words.reason,
              key: 'reason',
              render: (_, { reason }) => (
                <StateMark level="stop">
                  {reason === null ? words.unknown : wordFor(words.offReasons, reason)}
                </StateMark>
              ),
            },
            {
              title: words.region,
              key: 'region',
              className: 'one-line',
              render: (_, { region }) => region ?? words.noRegion,
            },
            {
              title: overview.what,
              key: 'services',
              render: (_, { services, region }) =>
                services.length === SERVICES.length
                  ? overview.everything
                  : services.map((service, at) => (
                      <span key={service}>
                        {at === 0 ? null : overview.and}
                        <a
                          href={addressOf(['kiosks'], {
                            serviceOff: service,
                            ...(region === null ? {} : { region }),
                          })}
                        >
                          {words.services[service]}
                        </a>
                      </span>
                    )),
            },
            {
              title: overview.howMany,
              key: 'kiosks',
              align: 'right',
              className: 'figure one-line',
              render: (_, { kiosks }) => overview.kiosksCount(kiosks),
            },
          ]}
        />
      )}
    </Card>
  );
}
