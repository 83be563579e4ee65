import { Alert, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { type CodesAnswer, codesRequest } from '../../../src/contracts/console/kiosk-codes.ts';
import { csvOf } from '../../../src/fleet/csv.ts';
import { fleetActs } from '../api/fleet.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { saveFile } from '../tables/save-file.ts';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

interface Typed {
  readonly count: number;
  readonly name?: string;
  readonly region?: string;
  readonly model?: string;
  readonly validDays: number;
}

const orNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim();

/** The codes themselves, shown this once. */
function Minted({ answer }: { readonly answer: CodesAnswer }) {
  const { enrolment, words } = useTexts();
  const { codes, expiresAt } = answer;
  const save = () =>
    saveFile(
      'enrolment-codes.csv',
      csvOf([
        [words.kiosk, enrolment.codes, enrolment.expires],
        ...codes.map(({ code, name }) => [name, code, momentText(expiresAt)]),
      ]),
      'text/csv',
    );
  return (
    <div className="stack">
      <Alert type="warning" showIcon title={enrolment.mintText} />
      <ul className="lines">
        {codes.map(({ code, name }) => (
          <li key={code}>
            <span>{name}</span>
            <strong className="code-text">{code}</strong>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={save}>{enrolment.save}</Button>
        <span className="quiet">
          {enrolment.expires} {momentText(expiresAt)}
        </span>
      </div>
    </div>
  );
}

/** Makes enrolment codes, each for one kiosk. */
export function MintCodes({ close }: { readonly close: () => void }) {
  const { enrolment, words, troubles } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [form] = Form.useForm<Typed>();
  const [answer, setAnswer] = useState<CodesAnswer | null>(null);

  async function mint({ count, name, region, model, validDays }: Typed): Promise<void> {
    const named = { name: orNull(name), region: orNull(region), model: orNull(model) };
    const request = codesRequest.safeParse({ count, validDays, ...named });
    if (!request.success) {
      form.setFields([{ name: 'name', errors: [troubles.refused('invalid-request', null)] }]);
      return;
    }
    setAnswer(await act(fleetActs(client).mintCodes(request.data), enrolment.minted));
  }

  return (
    <Modal
      open
      title={enrolment.mint}
      okText={answer === null ? enrolment.mint : words.close}
      confirmLoading={busy}
      onOk={() => (answer === null ? form.submit() : close())}
      onCancel={close}
    >
      {answer === null ? (
        <Form form={form} layout="vertical" onFinish={mint} initialValues={{ count: 1, validDays: 1 }}>
          <Form.Item name="count" label={enrolment.count}>
            <InputNumber min={1} max={500} />
          </Form.Item>
          <Form.Item name="name" label={enrolment.name}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="region" label={words.region}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="model" label={words.model}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="validDays" label={enrolment.validDays}>
            <InputNumber min={1} max={14} />
          </Form.Item>
        </Form>
      ) : (
        <Minted answer={answer} />
      )}
    </Modal>
  );
}
