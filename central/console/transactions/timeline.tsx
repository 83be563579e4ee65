import { Card } from 'antd';
import type { TimelineEntry } from '../../../src/contracts/console/transactions.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useTexts, wordFor } from '../texts/language.ts';
import { factText, momentText } from '../texts/moments.ts';

const detailText = (detail: TimelineEntry['detail'], names: Readonly<Record<string, string>>): string =>
  Object.entries(detail)
    .map(([name, fact]) => `${wordFor(names, name)}: ${factText(name, fact)}`)
    .join('; ');

/** Everything that happened to a request, in its order, with where it happened. */
export function Timeline({
  reference,
  entries,
}: {
  readonly reference: string;
  readonly entries: readonly TimelineEntry[];
}) {
  const { records, transactions, words } = useTexts();
  return (
    <Card title={transactions.timeline}>
      <DeskTable
        name={`transaction-${reference}`}
        rows={entries}
        rowKey={(entry) => String(entries.indexOf(entry))}
        empty={words.none}
        pageSize={100}
        columns={[
          { key: 'at', title: transactions.at, sorts: true, text: ({ at }) => momentText(at) },
          {
            key: 'where',
            title: transactions.where,
            filters: true,
            text: ({ where }) => transactions.places[where],
          },
          { key: 'what', title: transactions.what, filters: true, text: ({ what }) => what },
          { key: 'state', title: transactions.state, text: ({ state }) => state },
          {
            key: 'detail',
            title: transactions.detail,
            text: ({ detail }) => detailText(detail, records.facts),
            cell: ({ detail }) => <span className="sentence">{detailText(detail, records.facts)}</span>,
          },
          { key: 'kiosk', title: words.kiosk, text: ({ kioskId }) => kioskId },
        ]}
      />
    </Card>
  );
}
