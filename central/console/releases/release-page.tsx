import { Alert, Steps } from 'antd';
import { releaseReading } from '../api/releases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { RELEASE_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useMay } from '../frame/desk-context.ts';
import { Page, Shown } from '../frame/page.tsx';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { AddDocument } from './add-document.tsx';
import { DocumentCard } from './document-card.tsx';
import { ReleaseActs } from './release-acts.tsx';
import { ReplayCard } from './replay-card.tsx';

const STEPS = ['draft', 'in-review', 'approved', 'signed'] as const;

/** One release: its step, what it changes in plain words, and what comes next. */
export function ReleasePage({ releaseId }: { readonly releaseId: string }) {
  const { releases } = useTexts();
  const mayEdit = useMay('editor');
  const loaded = useLoaded(
    (reader) => releaseReading(reader).release(releaseId),
    `release ${releaseId}`,
    'releases',
  );
  const release = loaded.value;
  return (
    <Page
      name="release"
      of={release === null ? releaseId : `${releaseId} · ${release.title}`}
      acts={release === null ? null : <ReleaseActs release={release} again={loaded.again} />}
    >
      <Shown loaded={loaded}>
        {(value) => (
          <div className="stack">
            {value.state === 'abandoned' ? (
              <StateMark level={RELEASE_LEVELS.abandoned}>{releases.states.abandoned}</StateMark>
            ) : (
              <Steps
                size="small"
                current={STEPS.indexOf(value.state)}
                items={STEPS.map((step) => ({ title: releases.steps[step] }))}
              />
            )}
            {value.note === null ? null : <Alert type="warning" showIcon title={releases.note(value.note)} />}
            <div>
              <div>{value.reason}</div>
              <div className="quiet">
                {releases.draftedBy} {releases.by(value.draftedBy, momentText(value.draftedAt))}
                {value.approvedBy === null || value.approvedAt === null
                  ? null
                  : ` · ${releases.approvedBy} ${releases.by(value.approvedBy, momentText(value.approvedAt))}`}
              </div>
            </div>
            {value.documents.map((document) => (
              <DocumentCard
                key={`${document.kind} ${document.line}`}
                release={value}
                document={document}
                again={loaded.again}
              />
            ))}
            {value.state === 'draft' && mayEdit ? <AddDocument release={value} /> : null}
            {value.documents.some(({ kind }) => kind === 'policy-pack') ? (
              <ReplayCard releaseId={releaseId} revision={value.revision} />
            ) : null}
          </div>
        )}
      </Shown>
    </Page>
  );
}
