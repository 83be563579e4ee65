import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { SignedIn } from '../../../src/contracts/console/access.ts';
import { sessionApi } from '../api/session.ts';
import { useTexts } from '../texts/language.ts';
import { useDesk } from './desk-context.ts';
import { leftOfSession } from './session-left.ts';

const WARN_BEFORE_MS = 120_000;
const LOOK_EVERY_MS = 5_000;

/** Warns two minutes before the session ends, while it can still be prolonged. */
export function SessionWatch({ session }: { readonly session: SignedIn }) {
  const { client } = useDesk();
  const { endingSoon } = useTexts().frame;
  const [left, setLeft] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const timer = setInterval(
      () => setLeft(leftOfSession(session, client.lastAskedAt(), Date.now())),
      LOOK_EVERY_MS,
    );
    return () => clearInterval(timer);
  }, [session, client]);
  return (
    <Modal
      open={left < WARN_BEFORE_MS}
      title={endingSoon.title}
      okText={endingSoon.stay}
      cancelButtonProps={{ style: { display: 'none' } }}
      closable={false}
      onOk={() => {
        setLeft(Number.POSITIVE_INFINITY);
        void sessionApi(client).me();
      }}
    >
      {endingSoon.text(Math.max(1, Math.ceil(left / 60_000)))}
    </Modal>
  );
}
