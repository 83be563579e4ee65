import { AutoComplete, Button, Card, Select } from 'antd';
import { useState } from 'react';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  documentLine,
} from '../../../src/contracts/configuration/document.ts';
import type { ReleaseDetail } from '../../../src/contracts/console/releases.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { releaseReading } from '../api/releases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { goTo } from '../frame/route.ts';
import { useSaid, useTexts } from '../texts/language.ts';

/** Chooses what else the release changes; the editor begins from what is newest. */
export function AddDocument({ release }: { readonly release: ReleaseDetail }) {
  const { releases } = useTexts();
  const saying = useSaid();
  const [kind, setKind] = useState<DocumentKind>('policy-pack');
  const [line, setLine] = useState('');
  const documents = useLoaded((reader) => releaseReading(reader).documents(), 'documents', null).value;
  const lines = (documents?.documents ?? []).filter((document) => document.kind === kind);
  const known = lines.map((document) => document.line);
  const chosen = line === '' ? (known[0] ?? '') : line;
  return (
    <Card title={releases.addDocument} size="small">
      <div className="row">
        <Select
          aria-label={releases.kind}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setLine('');
          }}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: saying(KIND_NAMES[value]) }))}
          style={{ width: 200 }}
        />
        <AutoComplete
          aria-label={releases.line}
          value={chosen}
          onChange={setLine}
          options={known.map((value) => ({ value }))}
          style={{ width: 200 }}
        />
        <Button
          disabled={!documentLine.safeParse(chosen).success}
          onClick={() => goTo(['releases', release.releaseId, 'edit', kind, chosen])}
        >
          {releases.add}
        </Button>
        <span className="quiet">{releases.lineHint}</span>
      </div>
    </Card>
  );
}
