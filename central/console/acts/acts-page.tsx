import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { DOCUMENT_KINDS } from '../../../src/contracts/configuration/document.ts';
import type { ActRow, actChain } from '../../../src/contracts/console/access.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { accessReading } from '../api/access.ts';
import { useAct } from '../api/use-act.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useDesk } from '../frame/desk-context.ts';
import { Page, Shown } from '../frame/page.tsx';
import { DeskTable } from '../tables/desk-table.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { factWord } from '../texts/fact-word.ts';
import { useSaid, useTexts, wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Lines read at once. */
const AT_ONCE = 200;

type Saying = ReturnType<typeof useSaid>;

function detailText({ detail }: ActRow, texts: Catalogue, saying: Saying): string {
  const told = (name: string, fact: ActRow['detail'][string]): string => {
    const kind = name === 'kind' ? DOCUMENT_KINDS.find((one) => one === fact) : undefined;
    return kind === undefined ? factWord(name, fact, texts) : saying(KIND_NAMES[kind]);
  };
  return Object.entries(detail)
    .map(([name, fact]) => `${wordFor(texts.records.facts, name)}: ${told(name, fact)}`)
    .join('; ');
}

/** Everything operators did, the newest first; each line carries on the one before. */
export function ActsPage() {
  const texts = useTexts();
  const { acts, records } = texts;
  const saying = useSaid();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [limit, setLimit] = useState(AT_ONCE);
  const [chain, setChain] = useState<z.infer<typeof actChain> | null>(null);
  const most = Math.min(limit, 500);
  const loaded = useLoaded((reader) => accessReading(reader).acts({ limit: most }), `acts ${most}`, 'access');
  return (
    <Page
      name="acts"
      acts={
        <Button loading={busy} onClick={async () => setChain(await act(accessReading(client).chain()))}>
          {acts.check}
        </Button>
      }
    >
      <div className="stack">
        {chain === null ? null : chain.brokenAt === null ? (
          <Alert type="success" showIcon title={acts.whole(chain.acts)} />
        ) : (
          <Alert type="error" showIcon title={acts.broken(chain.brokenAt)} />
        )}
        <Shown loaded={loaded}>
          {(value) => (
            <>
              <DeskTable<ActRow>
                name="acts"
                rows={value.acts}
                rowKey={({ sequence }) => String(sequence)}
                empty={acts.empty}
                columns={[
                  { key: 'at', title: acts.at, sorts: true, text: ({ at }) => momentText(at) },
                  {
                    key: 'who',
                    title: acts.who,
                    filters: true,
                    text: ({ operatorId }) => (operatorId === 'system' ? acts.system : operatorId),
                  },
                  {
                    key: 'act',
                    title: acts.act,
                    filters: true,
                    text: (row) => wordFor(records.acts, row.act),
                  },
                  { key: 'subject', title: acts.subject, text: ({ subject }) => subject },
                  {
                    key: 'detail',
                    title: acts.detail,
                    text: (row) => detailText(row, texts, saying),
                    cell: (row) => <span className="sentence">{detailText(row, texts, saying)}</span>,
                  },
                ]}
              />
              {value.more && most < 500 ? (
                <Button onClick={() => setLimit(limit + AT_ONCE)}>{acts.older}</Button>
              ) : null}
            </>
          )}
        </Shown>
      </div>
    </Page>
  );
}
