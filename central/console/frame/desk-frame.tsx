import { LogoutOutlined } from '@ant-design/icons';
import { Button, Layout } from 'antd';
import { type ReactNode, use, useEffect, useState } from 'react';
import { LANGUAGES } from '../../../src/contracts/view-chrome.ts';
import { StateMark } from '../design/state-mark.tsx';
import { LANGUAGE_NAMES } from '../texts/catalogue.ts';
import { LanguageContext, useTexts } from '../texts/language.ts';
import { useDesk } from './desk-context.ts';
import { Navigation } from './navigation.tsx';
import { OwnPassword } from './own-password.tsx';

const LOOK_EVERY_MS = 2_000;

/** The other language, named in itself. */
export function LanguageButton() {
  const { language, choose } = use(LanguageContext);
  const other = LANGUAGES.find((candidate) => candidate !== language) ?? language;
  return (
    <Button size="small" lang={other} onClick={() => choose(other)}>
      {LANGUAGE_NAMES[other]}
    </Button>
  );
}

function LiveMark() {
  const { changes } = useDesk();
  const { frame } = useTexts();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const timer = setInterval(() => setConnected(changes.connected()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [changes]);
  return <StateMark level={connected ? 'well' : 'soon'}>{connected ? frame.live : frame.notLive}</StateMark>;
}

/** Around every page: the menu, who is signed in, language and the way out. */
export function DeskFrame({
  children,
  signOut,
}: {
  readonly children: ReactNode;
  readonly signOut: () => void;
}) {
  const { frame } = useTexts();
  const { operator } = useDesk();
  return (
    <Layout className="desk">
      <Layout.Sider width={208} className="desk-side">
        <div className="desk-name">
          {frame.product}
          <small>{frame.organisation}</small>
        </div>
        <Navigation />
      </Layout.Sider>
      <Layout>
        <Layout.Header className="desk-bar">
          <LiveMark />
          <div className="desk-bar-rest" />
          <span>{frame.signedInAs(operator.name, operator.operatorId)}</span>
          <LanguageButton />
          <OwnPassword />
          <Button size="small" icon={<LogoutOutlined />} onClick={signOut}>
            {frame.signOut}
          </Button>
        </Layout.Header>
        <main className="desk-main" id="content">
          {children}
        </main>
      </Layout>
    </Layout>
  );
}
