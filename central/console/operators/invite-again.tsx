import { Alert, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { OperatorRow, operatorInvited } from '../../../src/contracts/console/access.ts';
import { accessActs } from '../api/access.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';
import { InvitationCode } from './invitation-code.tsx';

/** For whoever lost phone or password: both are void at once, and a new invitation sets them. */
export function InviteAgain({ row, close }: { readonly row: OperatorRow; readonly close: () => void }) {
  const { operators, words } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [invited, setInvited] = useState<z.infer<typeof operatorInvited> | null>(null);

  async function invite(): Promise<void> {
    const made = await act(accessActs(client).inviteAgain(row.operatorId), operators.invited);
    if (made !== null) setInvited(made);
  }

  return (
    <Modal
      open
      title={`${operators.inviteAgain}: ${row.name} ${row.operatorId}`}
      okText={invited === null ? operators.inviteAgain : words.close}
      okButtonProps={{ danger: invited === null }}
      confirmLoading={busy}
      onOk={() => (invited === null ? void invite() : close())}
      onCancel={close}
    >
      {invited === null ? (
        <Alert type="warning" showIcon title={operators.inviteAgainText} />
      ) : (
        <InvitationCode invited={invited} name={row.name} />
      )}
    </Modal>
  );
}
