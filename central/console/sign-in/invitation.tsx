import { Alert, Button, Form, Input } from 'antd';
import { toDataURL } from 'qrcode';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { invitationSeen, SignedIn } from '../../../src/contracts/console/access.ts';
import type { CallTrouble, ConsoleClient } from '../api/console-client.ts';
import { sessionApi } from '../api/session.ts';
import { useTroubleText } from '../frame/page.tsx';
import { useTexts } from '../texts/language.ts';

const LEAST_PASSWORD = 12;

type Seen = z.infer<typeof invitationSeen>;
interface Typed {
  readonly invitation: string;
  readonly password: string;
  readonly repeat: string;
  readonly code: string;
}

function SecretPicture({ uri }: { readonly uri: string }) {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    void toDataURL(uri, { margin: 1, width: 200 }).then(setPicture);
  }, [uri]);
  return picture === null ? null : <img src={picture} width={200} height={200} alt="" />;
}

/** An invited operator sets password and authenticator, and is signed in. */
export function Invitation({
  client,
  enter,
}: {
  readonly client: ConsoleClient;
  readonly enter: (session: SignedIn) => void;
}) {
  const { signIn } = useTexts();
  const { invite } = signIn;
  const textOf = useTroubleText();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [trouble, setTrouble] = useState<CallTrouble | null>(null);
  const [form] = Form.useForm<Typed>();

  const sayOf = (why: CallTrouble): string => {
    if (why.trouble !== 'refused') return textOf(why);
    if (why.code.startsWith('invitation')) return invite.invalid;
    if (why.code.startsWith('password')) return invite.weak;
    return why.code === 'sign-in-refused' || why.code.startsWith('code') ? invite.codeWrong : textOf(why);
  };

  async function submit({ invitation, password, code }: Typed): Promise<void> {
    setTrouble(null);
    if (seen === null) {
      const looked = await sessionApi(client).lookAtInvitation(invitation.trim());
      return looked.ok ? setSeen(looked.value) : setTrouble(looked.error);
    }
    const accepted = await sessionApi(client).acceptInvitation({
      invitation: invitation.trim(),
      password,
      code,
    });
    if (accepted.ok) enter(accepted.value);
    else setTrouble(accepted.error);
  }

  const needed = { required: true, message: signIn.needed };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} size="large">
      {trouble === null ? null : <Alert type="error" showIcon title={sayOf(trouble)} />}
      <Form.Item name="invitation" label={invite.invitation} rules={[needed]}>
        <Input autoFocus disabled={seen !== null} />
      </Form.Item>
      {seen === null ? null : (
        <>
          <p>
            {seen.name} · {seen.login}
          </p>
          <Form.Item
            name="password"
            label={invite.newPassword(LEAST_PASSWORD)}
            rules={[needed, { min: LEAST_PASSWORD, message: invite.short(LEAST_PASSWORD) }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="repeat"
            label={invite.repeat}
            rules={[
              needed,
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('password')
                    ? Promise.resolve()
                    : Promise.reject(new Error(invite.differ)),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <p>{invite.scan}</p>
          <SecretPicture uri={seen.otpauthUri} />
          <p className="code-text">
            {invite.secret} {seen.secret}
          </p>
          <Form.Item name="code" label={signIn.code} extra={signIn.codeHint} rules={[needed]}>
            <Input inputMode="numeric" maxLength={6} autoComplete="one-time-code" />
          </Form.Item>
        </>
      )}
      <Button type="primary" htmlType="submit" block>
        {seen === null ? invite.next : signIn.enter}
      </Button>
    </Form>
  );
}
