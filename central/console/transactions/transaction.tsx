import { Alert, Card, Descriptions, Table } from 'antd';
import type { TransactionAnswer } from '../../../src/contracts/console/transactions.ts';
import { STANDING_SENTENCES } from '../../../src/fleet/where-it-stands.ts';
import { StateMark } from '../design/state-mark.tsx';
import { addressOf } from '../frame/route.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useSaid, useTexts, wordFor } from '../texts/language.ts';
import { momentText, yuanText } from '../texts/moments.ts';
import { workColumns } from '../work/work-columns.tsx';
import { Timeline } from './timeline.tsx';

type Found = Extract<TransactionAnswer, { found: 'found' }>;

/** Standings in which somebody has to do something. */
const STUCK: ReadonlySet<Found['standing']> = new Set(['unknown', 'dead-letter', 'paid-without-delivery']);

function Money({ money }: Found) {
  const { codes, transactions, words } = useTexts();
  return (
    <Card title={transactions.money}>
      {money.orders.length === 0 ? (
        <span className="quiet">{transactions.noMoney}</span>
      ) : (
        <>
          <Descriptions
            size="small"
            items={[
              { key: 'paid', label: transactions.paid, children: transactions.yuan(yuanText(money.paidFen)) },
              {
                key: 'refunded',
                label: transactions.refunded,
                children: transactions.yuan(yuanText(money.refundedFen)),
              },
            ]}
          />
          <Table
            size="small"
            rowKey="orderKey"
            pagination={false}
            dataSource={money.orders}
            columns={[
              {
                title: transactions.orders,
                key: 'items',
                render: (_, { items }) => items.map(({ what }) => wordFor(words.services, what)).join('; '),
              },
              {
                title: transactions.amount,
                key: 'amount',
                align: 'right',
                render: (_, { amountFen }) => transactions.yuan(yuanText(amountFen)),
              },
              {
                title: words.state,
                key: 'state',
                render: (_, { state }) => wordFor(codes.states, state),
              },
              {
                title: transactions.at,
                key: 'at',
                render: (_, { createdAt }) => momentText(createdAt),
              },
            ]}
          />
        </>
      )}
    </Card>
  );
}

/** One request from end to end. */
export function Transaction({ answer }: { readonly answer: Found }) {
  const texts = useTexts();
  const { codes, transactions, words } = texts;
  const saying = useSaid();
  const { reference, service, standing, kioskIds, held, work } = answer;
  return (
    <div className="stack">
      <Alert
        type={STUCK.has(standing) ? 'error' : 'info'}
        showIcon
        title={`${reference} · ${service === null ? words.unknown : wordFor(words.services, service)}`}
        description={saying(STANDING_SENTENCES[standing])}
      />
      <div className="columns">
        <Money {...answer} />
        <Card title={transactions.kiosks}>
          <ul className="lines">
            {kioskIds.map((kioskId) => (
              <li key={kioskId}>
                <a href={addressOf(['kiosks', kioskId])}>{kioskId}</a>
              </li>
            ))}
            {held.map((one) => (
              <li key={`${one.kioskId} ${one.act} ${one.since}`}>
                <StateMark level="stop">
                  {transactions.held}: {transactions.heldKinds[one.kind]}
                </StateMark>
                <span className="quiet">
                  {wordFor(codes.steps, one.act)} · {wordFor(codes.why, one.code)} · {momentText(one.since)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <Timeline reference={reference} entries={answer.timeline} />
      {work.length === 0 ? null : (
        <Card title={transactions.work}>
          <DeskTable
            name={`work-${reference}`}
            rows={work}
            rowKey={({ itemId }) => itemId}
            columns={workColumns(texts)}
            empty={words.none}
            bare
          />
        </Card>
      )}
    </div>
  );
}
