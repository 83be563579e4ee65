import { Button } from 'antd';
import { useState } from 'react';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { releaseReading } from '../api/releases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RELEASE_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useMay } from '../frame/desk-context.ts';
import { Page, Shown } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useSaid, useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { NewRelease } from './new-release.tsx';

/** Every release, the newest first. */
export function ReleasesPage() {
  const { releases, words } = useTexts();
  const saying = useSaid();
  const [drafting, setDrafting] = useState(false);
  const may = useMay('editor');
  const loaded = useLoaded((reader) => releaseReading(reader).list(), 'releases', 'releases');
  return (
    <Page
      name="releases"
      acts={
        may ? (
          <Button type="primary" onClick={() => setDrafting(true)}>
            {releases.create}
          </Button>
        ) : null
      }
    >
      <Shown loaded={loaded}>
        {(value) => (
          <DeskTable
            name="releases"
            rows={value.releases}
            rowKey={({ releaseId }) => releaseId}
            empty={releases.empty}
            columns={[
              {
                key: 'id',
                title: releases.id,
                sorts: true,
                text: ({ releaseId }) => releaseId,
                cell: ({ releaseId }) => <a href={addressOf(['releases', releaseId])}>{releaseId}</a>,
              },
              { key: 'title', title: releases.title, text: ({ title }) => title },
              {
                key: 'state',
                title: words.state,
                filters: true,
                text: ({ state }) => releases.states[state],
                cell: ({ state }) => (
                  <StateMark level={RELEASE_LEVELS[state]}>{releases.states[state]}</StateMark>
                ),
              },
              {
                key: 'documents',
                title: releases.documents,
                text: ({ documents }) =>
                  documents
                    .map(({ kind, line, version }) =>
                      `${saying(KIND_NAMES[kind])} ${line} ${version ?? ''}`.trim(),
                    )
                    .join('; '),
              },
              {
                key: 'signatures',
                title: releases.steps.approved,
                text: ({ documents, state }) =>
                  state !== 'approved'
                    ? null
                    : documents
                        .map(({ signatures, threshold }) => releases.signatures(signatures, threshold))
                        .join('; '),
              },
              {
                key: 'drafted',
                title: releases.draftedBy,
                sorts: true,
                text: ({ draftedBy, draftedAt }) => `${momentText(draftedAt)} ${draftedBy}`,
              },
              {
                key: 'approved',
                title: releases.approvedBy,
                text: ({ approvedBy, approvedAt }) =>
                  approvedBy === null || approvedAt === null
                    ? null
                    : `${momentText(approvedAt)} ${approvedBy}`,
              },
            ]}
          />
        )}
      </Shown>
      {drafting ? <NewRelease close={() => setDrafting(false)} /> : null}
    </Page>
  );
}
