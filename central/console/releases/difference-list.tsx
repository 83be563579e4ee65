import { Alert } from 'antd';
import type { Difference, DocumentFault } from '../../../src/contracts/console/plain-words.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useSaid, useTexts } from '../texts/language.ts';

/** So many are read without searching. */
const FEW = 12;

/** What a document changes, one line each, in plain words. */
export function DifferenceList({
  name,
  differences,
}: {
  readonly name: string;
  readonly differences: readonly Difference[];
}) {
  const { releases } = useTexts();
  const saying = useSaid();
  if (differences.length === 0) return <p className="quiet">{releases.noChanges}</p>;
  return (
    <DeskTable
      name={name}
      rows={differences}
      rowKey={({ path, change }) => `${change} ${path}`}
      empty={releases.noChanges}
      pageSize={50}
      bare={differences.length <= FEW}
      columns={[
        {
          key: 'change',
          title: releases.kindOfChange,
          width: 110,
          filters: true,
          text: ({ change }) => releases.change[change],
        },
        {
          key: 'says',
          title: releases.says,
          text: ({ says }) => saying(says),
          cell: ({ says }) => <span className="sentence">{saying(says)}</span>,
        },
        {
          key: 'path',
          title: releases.where,
          text: ({ path }) => path,
          cell: ({ path }) => <span className="quiet code-text">{path}</span>,
        },
      ]}
    />
  );
}

/** What is wrong, by place. */
export function FaultList({ faults }: { readonly faults: readonly DocumentFault[] }) {
  const { releases } = useTexts();
  const saying = useSaid();
  if (faults.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={releases.faults}
      description={
        <ul>
          {faults.map(({ path, says }) => (
            <li key={`${path} ${says.en}`}>
              {saying(says)} <span className="quiet code-text">{path}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
