import { Alert, Button, Card, Checkbox, Descriptions } from 'antd';
import { useEffect, useState } from 'react';
import { signPayload } from '../../../src/configuration/sign-statement.ts';
import type { SigningPayload } from '../../../src/contracts/console/signing.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { releaseActs } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useDesk } from '../frame/desk-context.ts';
import { useSaid, useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import type { OpenOfficeKey } from './office-key.ts';
import { payloadDigest, payloadDocument } from './payload-digest.ts';
import { SignElsewhere } from './sign-elsewhere.tsx';

interface Props {
  readonly releaseId: string;
  readonly one: SigningPayload;
  readonly opened: OpenOfficeKey | null;
  readonly again: () => void;
}

/** What exactly is signed, read from the payload itself, with its digest computed here. */
export function PayloadCard({ releaseId, one, opened, again }: Props) {
  const { documents, releases, words } = useTexts();
  const { signing } = documents;
  const saying = useSaid();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [digest, setDigest] = useState<string | null>(null);
  const [seen, setSeen] = useState(false);
  const { payload, payloadSha256, kind, line, version, offices, threshold } = one;
  useEffect(() => {
    void payloadDigest(payload).then(setDigest);
  }, [payload]);
  const said = payloadDocument(payload);
  const trusted =
    digest === payloadSha256 && said?.kind === kind && said.line === line && said.version === version;
  const own = offices.find(({ kid }) => kid === opened?.publicKey.kid);

  async function sign({ key, publicKey }: OpenOfficeKey): Promise<void> {
    const signature = await signPayload(payload, key, publicKey.kid);
    const done = await act(
      releaseActs(client, releaseId).sign({ kind, line, payloadSha256, ...signature }),
      signing.signed,
    );
    if (done !== null) again();
  }

  return (
    <Card
      title={`${saying(KIND_NAMES[kind])} · ${line} · ${releases.version(version)}`}
      extra={releases.signatures(offices.filter(({ signed }) => signed).length, threshold)}
    >
      {digest !== null && !trusted ? (
        <Alert type="error" showIcon className="trouble-line" title={signing.digestDiffers} />
      ) : null}
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'digest', label: signing.digest, children: <span className="code-text">{digest}</span> },
          { key: 'reason', label: releases.why, children: said?.reason },
          {
            key: 'from',
            label: documents.effectiveFrom,
            children: said === null ? words.unknown : momentText(said.effectiveFrom),
          },
          {
            key: 'until',
            label: documents.expiresAt,
            children: said === null ? words.unknown : momentText(said.expiresAt),
          },
          { key: 'regions', label: words.region, children: said?.regions?.join(' ') ?? words.all },
        ]}
      />
      <ul className="lines">
        {offices.map(({ kid, office, signed }) => (
          <li key={kid}>
            <span>{office}</span>
            <StateMark level={signed ? 'well' : 'off'}>
              {signed ? signing.signedBefore : signing.notSigned}
            </StateMark>
          </li>
        ))}
      </ul>
      {opened === null ? null : own === undefined ? (
        <span className="quiet">{signing.notOurs}</span>
      ) : own.signed ? null : (
        <div className="row">
          <Checkbox checked={seen} onChange={({ target }) => setSeen(target.checked)}>
            {signing.seen}
          </Checkbox>
          <Button
            type="primary"
            loading={busy}
            disabled={!seen || !trusted}
            onClick={() => void sign(opened)}
          >
            {signing.sign}
          </Button>
        </div>
      )}
      {trusted ? <SignElsewhere releaseId={releaseId} one={one} again={again} /> : null}
    </Card>
  );
}
