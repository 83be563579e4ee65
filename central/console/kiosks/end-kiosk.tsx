import { Alert, Form, Input, Modal } from 'antd';
import type { KioskRow } from '../../../src/contracts/console/fleet.ts';
import { fleetActs } from '../api/fleet.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';

interface Props {
  readonly kiosk: KioskRow;
  /** Revoked at once, or given up once a second person confirms. */
  readonly how: 'revoke' | 'give-up';
  readonly close: () => void;
}

/** Ends a kiosk's service, after its id was typed by hand. */
export function EndKiosk({ kiosk, how, close }: Props) {
  const { kiosks } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [form] = Form.useForm<{ reason: string; typed: string }>();
  const typed = Form.useWatch('typed', form);
  const reason = Form.useWatch('reason', form);
  const ready = typed === kiosk.kioskId && (reason ?? '').trim().length >= 3;

  async function end(): Promise<void> {
    const acts = fleetActs(client);
    const done = await (how === 'revoke'
      ? act(acts.revoke(kiosk.kioskId, reason.trim()), kiosks.revoked)
      : act(acts.giveUp(kiosk.kioskId, reason.trim()), kiosks.proposed));
    if (done !== null) close();
  }

  return (
    <Modal
      open
      title={how === 'revoke' ? kiosks.revokeTitle : kiosks.giveUp}
      okText={how === 'revoke' ? kiosks.revoke : kiosks.giveUp}
      okButtonProps={{ danger: true, disabled: !ready }}
      confirmLoading={busy}
      onOk={end}
      onCancel={close}
    >
      <Alert
        type="error"
        showIcon
        className="trouble-line"
        title={how === 'revoke' ? kiosks.revokeText : kiosks.giveUpText}
      />
      <Form form={form} layout="vertical">
        <Form.Item name="reason" label={kiosks.revokeReason}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        <Form.Item name="typed" label={kiosks.revokeType(kiosk.kioskId)}>
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
