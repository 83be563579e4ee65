import { Modal } from 'antd';
import { useState } from 'react';
import type { OperatorRow } from '../../../src/contracts/console/access.ts';
import { accessActs } from '../api/access.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';
import { RoleChoice } from './role-choice.tsx';

/** Gives an operator other roles; their sessions end. */
export function ChangeRoles({ row, close }: { readonly row: OperatorRow; readonly close: () => void }) {
  const { operators, words } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [roles, setRoles] = useState([...row.roles]);
  return (
    <Modal
      open
      title={`${operators.change}: ${row.name} ${row.operatorId}`}
      okText={words.save}
      okButtonProps={{ disabled: roles.length === 0 }}
      confirmLoading={busy}
      onOk={async () => {
        if ((await act(accessActs(client).roles(row.operatorId, roles), operators.changed)) !== null) close();
      }}
      onCancel={close}
    >
      <RoleChoice value={roles} onChange={setRoles} />
    </Modal>
  );
}
