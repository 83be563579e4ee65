import { Alert, Button, Card, Input, Upload } from 'antd';
import { useState } from 'react';
import { StateMark } from '../design/state-mark.tsx';
import { useTexts } from '../texts/language.ts';
import { type OpenOfficeKey, openOfficeKey } from './office-key.ts';

interface Props {
  readonly opened: OpenOfficeKey | null;
  readonly open: (key: OpenOfficeKey | null) => void;
}

/** Chooses a key file and opens it with its passphrase, in this browser alone. */
export function KeyCard({ opened, open }: Props) {
  const { signing } = useTexts().documents;
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function unlock(): Promise<void> {
    if (file === null) return;
    setBusy(true);
    const key = await openOfficeKey(file.text, passphrase);
    setBusy(false);
    setPassphrase('');
    if (key.ok) open(key.value);
    setTrouble(key.ok ? null : key.error === 'not-a-key' ? signing.notKey : signing.wrongPassphrase);
  }

  if (opened !== null)
    return (
      <Card size="small" title={signing.key}>
        <div className="row">
          <StateMark level="well">{signing.opened(opened.publicKey.office)}</StateMark>
          <span className="quiet code-text">{opened.publicKey.kid}</span>
          <Button onClick={() => open(null)}>{signing.forget}</Button>
        </div>
      </Card>
    );
  return (
    <Card size="small" title={signing.key}>
      {trouble === null ? null : <Alert type="error" showIcon className="trouble-line" title={trouble} />}
      <div className="row">
        <Upload
          accept=".json,application/json"
          maxCount={1}
          showUploadList={false}
          beforeUpload={async (chosen) => {
            setFile({ name: chosen.name, text: await chosen.text() });
            return false;
          }}
        >
          <Button>{file?.name ?? signing.choose}</Button>
        </Upload>
        <Input.Password
          value={passphrase}
          autoComplete="off"
          aria-label={signing.passphrase}
          placeholder={signing.passphrase}
          style={{ width: 260 }}
          onChange={({ target }) => setPassphrase(target.value)}
          onPressEnter={() => void unlock()}
        />
        <Button
          type="primary"
          loading={busy}
          disabled={file === null || passphrase === ''}
          onClick={() => void unlock()}
        >
          {signing.open}
        </Button>
      </div>
    </Card>
  );
}
