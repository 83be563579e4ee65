import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { operatorInvitation, type operatorInvited } from '../../../src/contracts/console/access.ts';
import type { OperatorRole } from '../../../src/contracts/console/roles.ts';
import { accessActs } from '../api/access.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';
import { InvitationCode } from './invitation-code.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Typed {
  readonly login: string;
  readonly name: string;
  readonly roles: OperatorRole[];
  readonly subject?: string;
}
type Invited = z.infer<typeof operatorInvited> & { readonly name: string };

/** Invites somebody; their invitation is shown this once. */
export function InviteOperator({ close }: { readonly close: () => void }) {
  const { operators, words, troubles } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [form] = Form.useForm<Typed>();
  const [invited, setInvited] = useState<Invited | null>(null);

  async function invite({ login, name, roles, subject }: Typed): Promise<void> {
    const organisationSubject = subject === undefined || subject.trim() === '' ? null : subject.trim();
    const request = operatorInvitation.safeParse({ login, name, roles, organisationSubject });
    if (!request.success) {
      const field = request.error.issues[0]?.path[0];
      const at = field === 'name' || field === 'roles' ? field : 'login';
      form.setFields([{ name: at, errors: [troubles.refused('invalid-request', null)] }]);
      return;
    }
    const made = await act(accessActs(client).invite(request.data), operators.invited);
    if (made === null) return;
    if (made.invitation === null) close();
    else setInvited({ ...made, name: request.data.name });
  }

  return (
    <Modal
      open
      title={operators.invite}
      okText={invited === null ? operators.invite : words.close}
      confirmLoading={busy}
      onOk={() => (invited === null ? form.submit() : close())}
      onCancel={close}
    >
      {invited === null ? (
        <Form form={form} layout="vertical" onFinish={invite} initialValues={{ roles: ['viewer'] }}>
          <Form.Item name="login" label={operators.login} extra={operators.loginHint}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="name" label={operators.name}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="roles" label={operators.rolesTitle}>
            <RoleChoice />
          </Form.Item>
          <Form.Item name="subject" label={operators.subject}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </Form>
      ) : (
        <InvitationCode invited={invited} name={invited.name} />
      )}
    </Modal>
  );
}
