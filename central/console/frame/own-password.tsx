import { KeyOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { passwordChange } from '../../../src/contracts/console/access.ts';
import { sessionApi } from '../api/session.ts';
import { useAct } from '../api/use-act.ts';
import { useTexts } from '../texts/language.ts';
import { useDesk } from './desk-context.ts';

const LEAST_CHARACTERS = 12;

interface Typed {
  readonly password: string;
  readonly newPassword: string;
  readonly repeated: string;
  readonly code: string;
}

/** Changes one's own password, proven anew by the old one and a code; every other session of theirs ends. */
export function OwnPassword() {
  const { frame, signIn } = useTexts();
  const { ownPassword } = frame;
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Typed>();

  async function change({ repeated, ...typed }: Typed): Promise<void> {
    const request = passwordChange.safeParse(typed);
    if (typed.newPassword !== repeated) {
      form.setFields([{ name: 'repeated', errors: [signIn.invite.differ] }]);
      return;
    }
    if (!request.success) {
      const at = request.error.issues[0]?.path[0];
      const isCode = at === 'code';
      const errors = [isCode ? signIn.codeHint : signIn.invite.short(LEAST_CHARACTERS)];
      form.setFields([{ name: isCode ? 'code' : 'newPassword', errors }]);
      return;
    }
    const done = await act(sessionApi(client).changePassword(request.data), ownPassword.changed);
    if (done !== null) setOpen(false);
  }

  return (
    <>
      <Button size="small" icon={<KeyOutlined />} onClick={() => setOpen(true)}>
        {ownPassword.change}
      </Button>
      <Modal
        open={open}
        title={ownPassword.change}
        okText={ownPassword.change}
        confirmLoading={busy}
        destroyOnHidden
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
      >
        <p>{ownPassword.text}</p>
        <Form form={form} layout="vertical" preserve={false} onFinish={change}>
          <Form.Item
            name="password"
            label={ownPassword.old}
            rules={[{ required: true, message: signIn.needed }]}
          >
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Form.Item name="newPassword" label={signIn.invite.newPassword(LEAST_CHARACTERS)}>
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          <Form.Item name="repeated" label={signIn.invite.repeat}>
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          <Form.Item name="code" label={signIn.code} extra={signIn.codeHint}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ width: 160 }} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
