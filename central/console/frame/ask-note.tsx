import { Input, Modal } from 'antd';
import { useState } from 'react';

interface Props {
  readonly title: string;
  /** Said above the field: what happens. */
  readonly text?: string;
  readonly label: string;
  readonly ok: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly most: number;
  readonly close: () => void;
  readonly done: (note: string) => void;
}

/** Asks for a reason before something is done: it stays in the record. */
export function AskNote({ title, text, label, ok, danger = false, busy, most, close, done }: Props) {
  const [note, setNote] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ danger, disabled: note.trim().length < 3 }}
      confirmLoading={busy}
      onOk={() => done(note.trim())}
      onCancel={close}
    >
      {text === undefined ? null : <p>{text}</p>}
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={most}
        aria-label={label}
        placeholder={label}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
    </Modal>
  );
}
