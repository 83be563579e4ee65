import { Card } from 'antd';
import type { TimelineEntry } from '../../../src/contracts/console/transactions.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { factWord } from '../texts/fact-word.ts';
import { useTexts, wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Names of other lines: the reference is the page's own, the rest finds nothing for people. */
const LEFT_OUT = new Set(['reference', 'transaction']);

const detailText = (detail: TimelineEntry['detail'], texts: Catalogue): string =>
  Object.entries(detail)
    .filter(([name, fact]) => fact !== null && !LEFT_OUT.has(name))
    .map(([name, fact]) => `${wordFor(texts.records.facts, name)}: ${factWord(name, fact, texts)}`)
    .join('; ');

/** Everything that happened to a request, in its order, with where it happened. */
export function Timeline({
  reference,
  entries,
}: {
  readonly reference: string;
  readonly entries: readonly TimelineEntry[];
}) {
  const texts = useTexts();
  const { codes, transactions, words } = texts;
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
          {
            key: 'what',
            title: transactions.what,
            filters: true,
            text: ({ what }) => wordFor(codes.steps, what),
          },
          { key: 'state', title: transactions.state, text: ({ state }) => wordFor(codes.states, state) },
          {
            key: 'detail',
            title: transactions.detail,
            text: ({ detail }) => detailText(detail, texts),
            cell: ({ detail }) => <span className="sentence">{detailText(detail, texts)}</span>,
          },
          { key: 'kiosk', title: words.kiosk, text: ({ kioskId }) => kioskId },
        ]}
      />
    </Card>
  );
}
