import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { MintedCodesQuery, mintedCode } from '../../../src/contracts/console/kiosk-codes.ts';
import { fleet } from '../api/fleet.ts';
import { useMay } from '../frame/desk-context.ts';
import { Page } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { PagedTable } from '../tables/paged-table.tsx';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { MintCodes } from './mint-codes.tsx';

const VIEWS = ['open', 'used', 'over'] as const;

/** Codes new kiosks join with: those that are out, and what became of the others. */
export function EnrolmentPage() {
  const { enrolment, words } = useTexts();
  const may = useMay('fleet');
  const [view, setView] = useState<MintedCodesQuery['view']>('open');
  const [minting, setMinting] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <Page
      name="enrolment"
      acts={
        may ? (
          <Button type="primary" onClick={() => setMinting(true)}>
            {enrolment.mint}
          </Button>
        ) : null
      }
    >
      <PagedTable<z.infer<typeof mintedCode>>
        name={`enrolment-${view}`}
        listKey={`codes ${view} ${round}`}
        live={null}
        read={(reader, { page, size }) => fleet(reader).codes({ page, size, view })}
        rowKey={({ createdAt, name, usedBy }) => `${createdAt} ${name} ${usedBy}`}
        empty={enrolment.empty}
        bar={
          <Segmented
            value={view}
            options={VIEWS.map((value) => ({ value, label: enrolment.views[value] }))}
            onChange={setView}
          />
        }
        columns={[
          { key: 'name', title: words.kiosk, text: ({ name }) => name },
          { key: 'region', title: words.region, text: ({ region }) => region },
          { key: 'model', title: words.model, text: ({ model }) => model },
          { key: 'created', title: enrolment.created, text: ({ createdAt }) => momentText(createdAt) },
          { key: 'expires', title: enrolment.expires, text: ({ expiresAt }) => momentText(expiresAt) },
          { key: 'by', title: enrolment.mintedBy, text: ({ mintedBy }) => mintedBy },
          {
            key: 'used',
            title: enrolment.usedBy,
            text: ({ usedBy }) => usedBy,
            cell: ({ usedBy }) =>
              usedBy === null ? null : <a href={addressOf(['kiosks', usedBy])}>{usedBy}</a>,
          },
        ]}
      />
      {minting ? (
        <MintCodes
          close={() => {
            setMinting(false);
            setRound(round + 1);
          }}
        />
      ) : null}
    </Page>
  );
}
