import { Alert, Button, Divider, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { CONSOLE_API, type SignedIn } from '../../../src/contracts/console/access.ts';
import type { CallTrouble, ConsoleClient } from '../api/console-client.ts';
import { sessionApi } from '../api/session.ts';
import { LanguageButton } from '../frame/desk-frame.tsx';
import { useTroubleText } from '../frame/page.tsx';
import { useTexts } from '../texts/language.ts';
import { Invitation } from './invitation.tsx';

interface DoorProps {
  readonly client: ConsoleClient;
  readonly enter: (session: SignedIn) => void;
}

interface Typed {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

function SignInForm({ client, enter, over }: DoorProps & { readonly over: boolean }) {
  const { signIn, troubles } = useTexts();
  const textOf = useTroubleText();
  const [trouble, setTrouble] = useState<CallTrouble | null>(null);
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm<Typed>();

  const sayOf = (why: CallTrouble): string => {
    if (why.trouble !== 'refused') return textOf(why);
    if (why.code === 'rate-limited' && why.retryAfterSeconds !== null)
      return signIn.wait(why.retryAfterSeconds);
    return why.code === 'sign-in-refused' ? signIn.refused : textOf(why);
  };

  async function submit({ login, password, code }: Typed): Promise<void> {
    setBusy(true);
    const result = await sessionApi(client).signIn({ login: login.trim().toLowerCase(), password, code });
    setBusy(false);
    if (result.ok) return enter(result.value);
    setTrouble(result.error);
    form.resetFields(['code']);
  }

  const rules = [{ required: true, message: signIn.needed }];
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} size="large">
      {trouble === null ? null : <Alert type="error" showIcon title={sayOf(trouble)} />}
      {over && trouble === null ? <Alert type="warning" showIcon title={troubles.signedOut} /> : null}
      <Form.Item name="login" label={signIn.login} rules={rules}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={signIn.password} rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="code" label={signIn.code} extra={signIn.codeHint} rules={rules}>
        <Input inputMode="numeric" maxLength={6} autoComplete="one-time-code" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {signIn.enter}
      </Button>
    </Form>
  );
}

/** Before anybody is signed in: user name, password and code; the organisation's own door where there is one. `over`: they were in. */
export function Door({ client, enter, over }: DoorProps & { readonly over: boolean }) {
  const { signIn, frame } = useTexts();
  const [organisation, setOrganisation] = useState(false);
  const [invited, setInvited] = useState(false);
  // Whoever comes back from the organisation without having got in.
  const cameBack = new URLSearchParams(location.search).get('sign-in');
  useEffect(() => {
    void sessionApi(client)
      .offer()
      .then((offer) => setOrganisation(offer.ok && offer.value.organisation));
  }, [client]);
  return (
    <div className="door">
      <aside className="door-side">
        <h1>{frame.product}</h1>
        <p>{signIn.about}</p>
      </aside>
      <main className="door-form">
        <div className="page-head">
          <h1>{invited ? signIn.invite.title : signIn.title}</h1>
          <div className="page-head-acts">
            <LanguageButton />
          </div>
        </div>
        {cameBack === null ? null : (
          <Alert
            type="error"
            showIcon
            className="trouble-line"
            title={cameBack === 'unreachable' ? signIn.organisationUnreachable : signIn.organisationRefused}
          />
        )}
        {invited ? (
          <Invitation client={client} enter={enter} />
        ) : (
          <SignInForm client={client} enter={enter} over={over} />
        )}
        <Divider plain>{signIn.or}</Divider>
        <div className="stack">
          {organisation && !invited ? (
            <Button block size="large" href={`${CONSOLE_API}/organisation/start`}>
              {signIn.organisation}
            </Button>
          ) : null}
          <Button type="link" onClick={() => setInvited(!invited)}>
            {invited ? signIn.back : signIn.invitation}
          </Button>
        </div>
      </main>
    </div>
  );
}
