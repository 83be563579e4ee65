import { App, Button, Descriptions, Modal, Upload } from 'antd';
import { useState } from 'react';
import { addRoot } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { rootIn, type SignedRoot } from '../signing/office-files.ts';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Brings the next root of trust, which the offices have signed; shown before it is handed to the centre. */
export function AddRoot({ again }: { readonly again: () => void }) {
  const { trust } = useTexts();
  const { message } = App.useApp();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [next, setNext] = useState<SignedRoot | null>(null);

  async function bring({ statement }: SignedRoot): Promise<void> {
    const done = await act(addRoot(client, statement), trust.added);
    if (done === null) return;
    setNext(null);
    again();
  }

  return (
    <>
      <Upload
        accept=".json,application/json"
        maxCount={1}
        showUploadList={false}
        beforeUpload={async (chosen) => {
          const read = rootIn(await chosen.text());
          if (read === null) void message.error(trust.notRoot);
          setNext(read);
          return false;
        }}
      >
        <Button>{trust.add}</Button>
      </Upload>
      {next === null ? null : (
        <Modal
          open
          width={640}
          title={trust.version(next.root.version)}
          okText={trust.add}
          confirmLoading={busy}
          onOk={() => void bring(next)}
          onCancel={() => setNext(null)}
        >
          <p>{trust.addText}</p>
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: 'expires', label: trust.expires, children: momentText(next.root.expiresAt) },
              ...Object.entries(next.root.roles).map(([role, { kids, threshold }]) => ({
                key: role,
                label: trust.roles[role as keyof typeof next.root.roles],
                children: `${trust.threshold(threshold, kids.length)}: ${kids
                  .map((kid) => next.root.keys.find((key) => key.kid === kid)?.office ?? kid)
                  .join(', ')}`,
              })),
            ]}
          />
        </Modal>
      )}
    </>
  );
}
