import { Alert, Form, Input, Modal, Select } from 'antd';
import { SERVICES, type ServiceId } from '../../../src/contracts/service.ts';
import { closureActs } from '../api/rollouts.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';

/** Closes one service everywhere, after its name was typed by hand. */
export function CloseService({ close }: { readonly close: () => void }) {
  const { closures, words } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [form] = Form.useForm<{ service: ServiceId; reason: string; typed: string }>();
  const service = Form.useWatch('service', form);
  const reason = Form.useWatch('reason', form);
  const typed = Form.useWatch('typed', form);
  const name = service === undefined ? null : words.services[service];
  const ready = name !== null && typed?.trim() === name && (reason ?? '').trim() !== '';

  async function off(): Promise<void> {
    const done = await act(closureActs(client).close({ service, reason: reason.trim() }), closures.closed);
    if (done !== null) close();
  }

  return (
    <Modal
      open
      title={closures.close}
      okText={closures.close}
      okButtonProps={{ danger: true, disabled: !ready }}
      confirmLoading={busy}
      onOk={() => void off()}
      onCancel={close}
    >
      <Alert type="error" showIcon className="trouble-line" title={closures.warn} />
      <Form form={form} layout="vertical">
        <Form.Item name="service" label={closures.service}>
          <Select options={SERVICES.map((value) => ({ value, label: words.services[value] }))} />
        </Form.Item>
        <Form.Item name="reason" label={closures.reason}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        {name === null ? null : (
          <Form.Item name="typed" label={closures.type(name)}>
            <Input autoComplete="off" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
