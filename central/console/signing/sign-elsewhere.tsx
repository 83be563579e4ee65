import { App, Button, Upload } from 'antd';
import type { SigningPayload } from '../../../src/contracts/console/signing.ts';
import { releaseActs } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { saveFile } from '../tables/save-file.ts';
import { useTexts } from '../texts/language.ts';
import { payloadFile, payloadFileName, signatureIn } from './office-files.ts';

interface Props {
  readonly releaseId: string;
  readonly one: SigningPayload;
  readonly again: () => void;
}

/** For an office whose key never comes to a desk: the payload goes out as a file, its signature comes back as one. */
export function SignElsewhere({ releaseId, one, again }: Props) {
  const { signing } = useTexts().documents;
  const { message } = App.useApp();
  const { client } = useDesk();
  const { busy, act } = useAct();

  async function bring(text: string): Promise<void> {
    const signature = signatureIn(text);
    if (signature === null) {
      void message.error(signing.notSignature);
      return;
    }
    const done = await act(releaseActs(client, releaseId).sign(signature), signing.signed);
    if (done !== null) again();
  }

  return (
    <div className="row">
      <Button
        size="small"
        onClick={() => saveFile(payloadFileName(one), payloadFile(one), 'application/json')}
      >
        {signing.savePayload}
      </Button>
      <Upload
        accept=".json,application/json"
        maxCount={1}
        showUploadList={false}
        beforeUpload={async (chosen) => {
          await bring(await chosen.text());
          return false;
        }}
      >
        <Button size="small" loading={busy}>
          {signing.bringSignature}
        </Button>
      </Upload>
      <span className="quiet">{signing.elsewhere}</span>
    </div>
  );
}
