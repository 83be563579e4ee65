import { Button, Card, Tabs } from 'antd';
import { useState } from 'react';
import type { DocumentFault } from '../../../src/contracts/console/plain-words.ts';
import type { DocumentCheck, DraftDocument, ReleaseDetail } from '../../../src/contracts/console/releases.ts';
import { checkDocument, type DocumentName, releaseActs } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { addressOf, goTo } from '../frame/route.ts';
import { DifferenceList, FaultList } from '../releases/difference-list.tsx';
import { useTexts } from '../texts/language.ts';
import { DocumentForm } from './document-form.tsx';
import { HeaderEditor } from './header-editor.tsx';
import { JsonEditor } from './json-editor.tsx';

interface Props {
  readonly release: ReleaseDetail;
  readonly name: DocumentName;
  readonly begin: DraftDocument;
}

/** Form and text over one content: whichever is changed, the other shows it. */
export function DocumentEditor({ release, name, begin }: Props) {
  const { documents, releases } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [draft, setDraft] = useState(begin);
  const [checked, setChecked] = useState<DocumentCheck | null>(null);
  const [faults, setFaults] = useState<readonly DocumentFault[]>([]);
  const [tab, setTab] = useState('form');
  const content = {
    content: draft.content,
    change: (next: unknown) => setDraft({ ...draft, content: next }),
  };

  async function check(): Promise<void> {
    const found = await act(checkDocument(client, { ...name, ...draft }));
    setChecked(found);
    setFaults(found?.faults ?? []);
  }

  async function save(): Promise<void> {
    const asked = await releaseActs(client, release.releaseId).put(name, {
      ...draft,
      revision: release.revision,
    });
    if (asked.ok && !asked.value.done) setFaults(asked.value.faults);
    const done = await act(Promise.resolve(asked), documents.saved);
    if (done !== null) goTo(['releases', release.releaseId]);
  }

  return (
    <div className="stack">
      <HeaderEditor draft={draft} change={setDraft} />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          { key: 'form', label: documents.form, children: <DocumentForm kind={name.kind} {...content} /> },
          { key: 'json', label: documents.json, children: <JsonEditor {...content} /> },
        ]}
      />
      <FaultList faults={faults} />
      {checked === null || checked.faults.length > 0 ? null : (
        <Card title={releases.changes} extra={releases.comparedWith(checked.comparedWith)}>
          <DifferenceList name="draft" differences={checked.differences} />
        </Card>
      )}
      <div className="row">
        <Button loading={busy} onClick={() => void check()}>
          {documents.check}
        </Button>
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {documents.save}
        </Button>
        <Button href={addressOf(['releases', release.releaseId])}>{documents.back}</Button>
      </div>
    </div>
  );
}
