import { Button, Card, Descriptions, Popconfirm } from 'antd';
import type { ReleaseDetail, ReleaseDetailDocument } from '../../../src/contracts/console/releases.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { releaseActs } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { addressOf } from '../frame/route.ts';
import { useSaid, useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { DifferenceList, FaultList } from './difference-list.tsx';

interface Props {
  readonly release: ReleaseDetail;
  readonly document: ReleaseDetailDocument;
  readonly again: () => void;
}

function DocumentButtons({ release, document, again }: Props) {
  const { releases } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const { kind, line } = document;
  return (
    <div className="row">
      <Button size="small" href={addressOf(['releases', release.releaseId, 'edit', kind, line])}>
        {releases.edit}
      </Button>
      <Popconfirm
        title={releases.removeText}
        onConfirm={async () => {
          const acts = releaseActs(client, release.releaseId);
          if ((await act(acts.remove({ kind, line }, release.revision))) !== null) again();
        }}
      >
        <Button size="small" loading={busy}>
          {releases.remove}
        </Button>
      </Popconfirm>
    </div>
  );
}

/** One document of a release: for whom, from when, and everything it changes. */
export function DocumentCard({ release, document, again }: Props) {
  const { releases, documents, words } = useTexts();
  const saying = useSaid();
  const mayEdit = useMay('editor');
  const { kind, line, version, signedBy } = document;
  return (
    <Card
      title={`${saying(KIND_NAMES[kind])} · ${line} · ${version === null ? releases.nextVersion : releases.version(version)}`}
      extra={
        release.state === 'draft' && mayEdit ? (
          <DocumentButtons release={release} document={document} again={again} />
        ) : null
      }
    >
      <Descriptions
        size="small"
        column={{ xs: 1, xl: 2 }}
        items={[
          { key: 'from', label: documents.effectiveFrom, children: momentText(document.effectiveFrom) },
          { key: 'expires', label: documents.expiresAt, children: momentText(document.expiresAt) },
          { key: 'regions', label: words.region, children: document.regions?.join(' ') ?? words.all },
          { key: 'models', label: words.model, children: document.models?.join(' ') ?? words.all },
        ]}
      />
      <FaultList faults={document.faults} />
      <p>
        <strong>{releases.changes}</strong>{' '}
        <span className="quiet">{releases.comparedWith(document.comparedWith)}</span>
      </p>
      <DifferenceList name={`${release.releaseId}-${kind}-${line}`} differences={document.differences} />
      {release.state === 'approved' || release.state === 'signed' ? (
        <ul className="lines">
          <li>
            <StateMark level={document.signatures >= document.threshold ? 'well' : 'soon'}>
              {releases.signatures(document.signatures, document.threshold)}
            </StateMark>
            <span className="code-text">{document.sha256?.slice(0, 16)}</span>
          </li>
          {signedBy.map(({ kid, office, operatorId, signedAt }) => (
            <li key={kid}>
              <span>{office}</span>
              <span className="quiet">{releases.by(operatorId, momentText(signedAt))}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
