import { Alert, Card, Descriptions, Table } from 'antd';
import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useTexts, wordFor } from '../texts/language.ts';
import { inHearing } from './kiosk-columns.tsx';

/** XFS4IoT states in which a device does its work. */
const WELL = new Set(['online', 'healthy', 'ready', 'ok', 'idle', 'busy', 'up']);

/** Every service as a resident finds it, and the devices behind them. */
export function NowTab({ answer }: { readonly answer: KioskAnswer }) {
  const { codes, kiosks, words } = useTexts();
  const { counters, kiosk } = answer;
  const heard = inHearing(kiosk);
  return (
    <div className="columns">
      {heard ? null : <Alert type="warning" showIcon title={kiosks.lastSaid} className="whole-row" />}
      <Card title={kiosks.services}>
        <ul className="lines">
          {answer.services.map(({ service, available, reason }) => (
            <li key={service}>
              <span>{words.services[service]}</span>
              <StateMark level={heard ? (available ? 'well' : 'stop') : 'off'}>
                {available
                  ? kiosks.available
                  : reason === null
                    ? words.unknown
                    : wordFor(words.offReasons, reason)}
              </StateMark>
            </li>
          ))}
        </ul>
      </Card>
      <div className="stack">
        <Card title={kiosks.devices}>
          <Table
            size="small"
            rowKey="device"
            pagination={false}
            dataSource={answer.devices}
            columns={[
              {
                title: kiosks.device,
                key: 'device',
                render: (_, { device }) => wordFor(codes.devices, device),
              },
              {
                title: kiosks.deviceState,
                key: 'state',
                render: (_, { state }) => (
                  <StateMark level={heard ? (WELL.has(state) ? 'well' : 'stop') : 'off'}>
                    {wordFor(codes.deviceStates, state)}
                  </StateMark>
                ),
              },
              {
                title: kiosks.code,
                key: 'code',
                render: (_, { code }) => (code === null ? null : wordFor(codes.why, code)),
              },
            ]}
          />
        </Card>
        <Card title={kiosks.counters}>
          <Descriptions
            size="small"
            column={2}
            items={[
              {
                key: 'queue',
                label: kiosks.queue,
                children:
                  kiosk.queue === null
                    ? words.unknown
                    : kiosks.queueText(kiosk.queue.waiting, kiosk.queue.deadLetters),
              },
              {
                key: 'open',
                label: kiosks.openTransactions,
                children: counters.openTransactions ?? words.unknown,
              },
              { key: 'receipts', label: kiosks.receipts, children: counters.receipts ?? words.unknown },
              { key: 'cards', label: kiosks.cardsIssued, children: counters.cardsIssued ?? words.unknown },
            ]}
          />
        </Card>
      </div>
    </div>
  );
}
