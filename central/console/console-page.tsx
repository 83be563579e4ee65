import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { useEffect, useMemo, useState } from 'react';
import type { SignedIn } from '../../src/contracts/console/access.ts';
import type { Language } from '../../src/contracts/view-chrome.ts';
import type { ConsoleClient } from './api/console-client.ts';
import { liveChanges } from './api/live-changes.ts';
import { sessionApi } from './api/session.ts';
import { theme } from './design/theme.ts';
import { type Desk, DeskContext } from './frame/desk-context.ts';
import { DeskFrame } from './frame/desk-frame.tsx';
import { SessionWatch } from './frame/session-watch.tsx';
import { Pages } from './pages.tsx';
import { Door } from './sign-in/door.tsx';
import { catalogueOf } from './texts/catalogue.ts';
import { keepLanguage, keptLanguage, LanguageContext } from './texts/language.ts';

interface SignedInDeskProps {
  readonly client: ConsoleClient;
  readonly session: SignedIn;
  readonly leave: () => void;
}

function SignedInDesk({ client, session, leave }: SignedInDeskProps) {
  const [changes] = useState(liveChanges);
  useEffect(() => () => changes.close(), [changes]);
  const desk = useMemo<Desk>(() => ({ client, changes, operator: session }), [client, changes, session]);
  return (
    <DeskContext value={desk}>
      <DeskFrame
        signOut={() => {
          void sessionApi(client).signOut().then(leave);
        }}
      >
        <Pages />
      </DeskFrame>
      <SessionWatch session={session} />
    </DeskContext>
  );
}

/** The whole console: the door before somebody is signed in, the desk after. `nonce`: for the styles antd writes. */
export function ConsolePage({ client, nonce }: { readonly client: ConsoleClient; readonly nonce: string }) {
  const [language, setLanguage] = useState(keptLanguage);
  const [session, setSession] = useState<SignedIn | 'asking' | 'over' | null>('asking');

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = catalogueOf(language).frame.product;
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  }, [language]);

  useEffect(() => {
    const enter = (signedIn: SignedIn | null) => {
      client.carryCsrf(signedIn?.csrf ?? null);
      setSession(signedIn);
    };
    void sessionApi(client)
      .me()
      .then((me) => enter(me.ok ? me.value : null));
    return client.onSignedOut(() => {
      client.carryCsrf(null);
      // Whoever was at the desk is told why they are at the door.
      setSession((before) => (before === 'asking' || before === null ? null : 'over'));
    });
  }, [client]);

  const chosen = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        keepLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  const enter = (signedIn: SignedIn) => {
    client.carryCsrf(signedIn.csrf);
    setSession(signedIn);
  };
  return (
    <LanguageContext value={chosen}>
      <ConfigProvider
        theme={theme}
        locale={language === 'en' ? enUS.default : zhCN.default}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
      >
        <App className="desk">
          {session === 'asking' ? null : session === null || session === 'over' ? (
            <Door client={client} enter={enter} over={session === 'over'} />
          ) : (
            <SignedInDesk
              key={session.csrf}
              client={client}
              session={session}
              leave={() => {
                client.carryCsrf(null);
                setSession(null);
              }}
            />
          )}
        </App>
      </ConfigProvider>
    </LanguageContext>
  );
}
