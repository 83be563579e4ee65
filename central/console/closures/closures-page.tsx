import { Alert, Button, Card, Popconfirm } from 'antd';
import { useState } from 'react';
import type { ServiceClosure } from '../../../src/contracts/console/closures.ts';
import { closureActs, rolloutReading } from '../api/rollouts.ts';
import { useAct } from '../api/use-act.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { Page, Shown } from '../frame/page.tsx';
import type { DeskColumn } from '../tables/columns.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { CloseService } from './close-service.tsx';

const columnsOf = ({ words, closures }: Catalogue): DeskColumn<ServiceClosure>[] => [
  {
    key: 'service',
    title: words.service,
    text: ({ service }) => words.services[service],
    cell: ({ service, openedAt }) => (
      <StateMark level={openedAt === null ? 'stop' : 'off'}>{words.services[service]}</StateMark>
    ),
  },
  { key: 'since', title: words.since, sorts: true, text: ({ since }) => momentText(since) },
  { key: 'reason', title: words.reason, text: ({ reason }) => reason },
  { key: 'closedBy', title: closures.closedBy, text: ({ closedBy }) => closedBy },
];

function OpenAgain({ closure, again }: { readonly closure: ServiceClosure; readonly again: () => void }) {
  const { closures } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  if (!useMay('approver')) return null;
  return (
    <Popconfirm
      title={closures.openText}
      onConfirm={async () => {
        if ((await act(closureActs(client).open(closure), closures.opened)) !== null) again();
      }}
    >
      <Button size="small" loading={busy}>
        {closures.open}
      </Button>
    </Popconfirm>
  );
}

/** Emergency off: one service closed on every kiosk, until somebody else opens it again. */
export function ClosuresPage() {
  const texts = useTexts();
  const { closures } = texts;
  const may = useMay('fleet', 'approver');
  const [closing, setClosing] = useState(false);
  const loaded = useLoaded((reader) => rolloutReading(reader).closures(), 'closures', 'fleet');
  const columns = columnsOf(texts);
  return (
    <Page
      name="closures"
      acts={
        may ? (
          <Button danger type="primary" onClick={() => setClosing(true)}>
            {closures.close}
          </Button>
        ) : null
      }
    >
      <Shown loaded={loaded}>
        {(value) => (
          <div className="stack">
            <Alert type="warning" showIcon title={closures.warn} />
            <Card title={closures.now}>
              <DeskTable
                name="closed-services"
                rows={value.closures.filter(({ openedAt }) => openedAt === null)}
                rowKey={({ closureId }) => closureId}
                empty={closures.none}
                columns={[
                  ...columns,
                  {
                    key: 'open',
                    title: '',
                    text: () => null,
                    cell: (closure) => <OpenAgain closure={closure} again={loaded.again} />,
                  },
                ]}
              />
            </Card>
            <Card title={closures.before}>
              <DeskTable
                name="closures"
                rows={value.closures.filter(({ openedAt }) => openedAt !== null)}
                rowKey={({ closureId }) => closureId}
                empty={closures.noneBefore}
                columns={[
                  ...columns,
                  {
                    key: 'openedAt',
                    title: closures.openedAt,
                    text: ({ openedAt }) => (openedAt === null ? null : momentText(openedAt)),
                  },
                  { key: 'openedBy', title: closures.openedBy, text: ({ openedBy }) => openedBy },
                ]}
              />
            </Card>
          </div>
        )}
      </Shown>
      {closing ? (
        <CloseService
          close={() => {
            setClosing(false);
            loaded.again();
          }}
        />
      ) : null}
    </Page>
  );
}
