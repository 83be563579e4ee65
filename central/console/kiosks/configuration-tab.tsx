import { Alert, Card, Descriptions, Table } from 'antd';
import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { CONFIGURATION_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useSaid, useTexts } from '../texts/language.ts';
import { configurationWhy } from './kiosk-columns.tsx';

/** What it runs, what it was assigned, and the reason where the two differ. */
export function ConfigurationTab({ answer }: { readonly answer: KioskAnswer }) {
  const { kiosks, releases, words } = useTexts();
  const saying = useSaid();
  const { kiosk, running } = answer;
  const why = configurationWhy(kiosk, saying);
  const state = kiosk.configuration?.state ?? null;
  return (
    <div className="columns">
      <Card title={kiosks.configuration}>
        {why === null ? null : (
          <Alert type="warning" showIcon className="trouble-line" title={kiosks.configurationWhy(why)} />
        )}
        <Descriptions
          size="small"
          column={1}
          items={[
            {
              key: 'state',
              label: words.state,
              children:
                state === null ? (
                  words.unknown
                ) : (
                  <StateMark level={CONFIGURATION_LEVELS[state]}>{kiosks.configurations[state]}</StateMark>
                ),
            },
            {
              key: 'pack',
              label: kiosks.pack,
              children: kiosk.pack === null ? words.unknown : `${kiosk.pack.id} ${kiosk.pack.version}`,
            },
            { key: 'assignment', label: kiosks.assignment, children: answer.assignment ?? words.none },
            {
              key: 'running',
              label: kiosks.runningAssignment,
              children: answer.runningAssignment ?? words.none,
            },
            { key: 'root', label: kiosks.rootVersion, children: answer.rootVersion ?? words.none },
            { key: 'software', label: kiosks.software, children: kiosk.version ?? words.unknown },
          ]}
        />
      </Card>
      <Card title={kiosks.runs}>
        {running.length === 0 ? (
          <span className="quiet">{kiosks.runsShipped}</span>
        ) : (
          <Table
            size="small"
            rowKey="sha256"
            pagination={false}
            dataSource={running}
            columns={[
              { title: releases.kind, key: 'kind', render: (_, { kind }) => saying(KIND_NAMES[kind]) },
              { title: releases.line, dataIndex: 'line' },
              { title: words.version, dataIndex: 'version', align: 'right' },
              {
                title: releases.digest,
                key: 'digest',
                render: (_, { sha256 }) => <span className="code-text">{sha256.slice(0, 16)}</span>,
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
