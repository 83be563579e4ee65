import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { AlarmRow } from '../../../src/contracts/console/alarms.ts';
import { fleetActs } from '../api/fleet.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Who took an alarm up, or the button to do so. */
export function Acknowledge({ row, changed }: { readonly row: AlarmRow; readonly changed: () => void }) {
  const { alarms, words } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const may = useMay('fleet');
  const [note, setNote] = useState<string | null>(null);
  if (row.acknowledgedAt !== null)
    return (
      <>
        {alarms.by(row.acknowledgedBy ?? words.unknown, momentText(row.acknowledgedAt))}
        <div className="quiet">{row.note}</div>
      </>
    );
  if (!may || row.overAt !== null) return null;

  async function acknowledge(said: string): Promise<void> {
    const done = await act(fleetActs(client).acknowledge({ alarmId: row.alarmId, note: said }), alarms.done);
    if (done === null) return;
    setNote(null);
    changed();
  }

  return (
    <>
      <Button size="small" onClick={() => setNote('')}>
        {alarms.acknowledge}
      </Button>
      <Modal
        open={note !== null}
        title={alarms.acknowledgeTitle}
        okText={alarms.acknowledge}
        okButtonProps={{ disabled: (note ?? '').trim() === '' }}
        confirmLoading={busy}
        onOk={() => acknowledge((note ?? '').trim())}
        onCancel={() => setNote(null)}
      >
        <p>{alarms.acknowledgeText}</p>
        <Input.TextArea
          rows={2}
          maxLength={200}
          aria-label={alarms.note}
          placeholder={alarms.note}
          value={note ?? ''}
          onChange={({ target }) => setNote(target.value)}
        />
      </Modal>
    </>
  );
}
