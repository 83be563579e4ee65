import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { OperatorRow } from '../../../src/contracts/console/access.ts';
import { accessActs, accessReading } from '../api/access.ts';
import { useAct } from '../api/use-act.ts';
import { useLoaded } from '../api/use-loaded.ts';
import type { Level } from '../design/state-mark.tsx';
import { StateMark } from '../design/state-mark.tsx';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { Page, Shown } from '../frame/page.tsx';
import { DeskTable } from '../tables/desk-table.tsx';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { ChangeRoles } from './change-roles.tsx';
import { InviteAgain } from './invite-again.tsx';
import { InviteOperator } from './invite-operator.tsx';

const LEVELS: Readonly<Record<OperatorRow['state'], Level>> = {
  invited: 'moving',
  active: 'well',
  disabled: 'off',
};

type Open =
  | { readonly how: 'invite' }
  | { readonly how: 'change' | 'invite-again'; readonly row: OperatorRow };

interface ActsProps {
  readonly row: OperatorRow;
  readonly change: () => void;
  readonly invite: () => void;
  readonly again: () => void;
}

function OperatorActs({ row, change, invite, again }: ActsProps) {
  const { operators } = useTexts();
  const { client, operator } = useDesk();
  const { busy, act } = useAct();
  if (row.operatorId === operator.operatorId) return null;
  const disabled = row.state === 'disabled';
  return (
    <div className="row">
      <Button size="small" onClick={change}>
        {operators.change}
      </Button>
      {row.organisation || disabled ? null : (
        <Button size="small" onClick={invite}>
          {operators.inviteAgain}
        </Button>
      )}
      <Popconfirm
        title={disabled ? operators.enable : operators.disableText}
        onConfirm={async () => {
          const done = await act(accessActs(client).state(row.operatorId, !disabled), operators.changed);
          if (done !== null) again();
        }}
      >
        <Button size="small" danger={!disabled} loading={busy}>
          {disabled ? operators.enable : operators.disable}
        </Button>
      </Popconfirm>
    </div>
  );
}

/** Who may do what. Only administrators change it. */
export function OperatorsPage() {
  const { operators, words } = useTexts();
  const may = useMay('administrator');
  const [open, setOpen] = useState<Open | null>(null);
  const loaded = useLoaded((reader) => accessReading(reader).operators(), 'operators', 'access');
  const close = () => {
    setOpen(null);
    loaded.again();
  };
  return (
    <Page
      name="operators"
      acts={
        may ? (
          <Button type="primary" onClick={() => setOpen({ how: 'invite' })}>
            {operators.invite}
          </Button>
        ) : null
      }
    >
      <Shown loaded={loaded}>
        {(value) => (
          <DeskTable<OperatorRow>
            name="operators"
            rows={value.operators}
            rowKey={({ operatorId }) => operatorId}
            empty={operators.empty}
            columns={[
              { key: 'id', title: operators.id, sorts: true, text: ({ operatorId }) => operatorId },
              { key: 'name', title: operators.name, sorts: true, text: ({ name }) => name },
              { key: 'login', title: operators.login, text: ({ login }) => login },
              {
                key: 'roles',
                title: operators.rolesTitle,
                text: ({ roles }) => roles.map((role) => operators.roles[role]).join(' '),
              },
              {
                key: 'state',
                title: words.state,
                filters: true,
                text: ({ state }) => operators.states[state],
                cell: ({ state }) => <StateMark level={LEVELS[state]}>{operators.states[state]}</StateMark>,
              },
              {
                key: 'organisation',
                title: operators.organisation,
                text: ({ organisation }) => (organisation ? words.yes : words.no),
              },
              {
                key: 'seen',
                title: operators.seen,
                sorts: true,
                text: ({ seenAt }) => (seenAt === null ? null : momentText(seenAt)),
              },
              {
                key: 'acts',
                title: '',
                text: () => null,
                cell: (row) =>
                  may ? (
                    <OperatorActs
                      row={row}
                      change={() => setOpen({ how: 'change', row })}
                      invite={() => setOpen({ how: 'invite-again', row })}
                      again={loaded.again}
                    />
                  ) : null,
              },
            ]}
          />
        )}
      </Shown>
      {open?.how === 'invite' ? <InviteOperator close={close} /> : null}
      {open?.how === 'change' ? <ChangeRoles row={open.row} close={close} /> : null}
      {open?.how === 'invite-again' ? <InviteAgain row={open.row} close={close} /> : null}
    </Page>
  );
}
