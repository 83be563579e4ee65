import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { fleetActs } from '../api/fleet.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';
import { ChangeKiosk } from './change-kiosk.tsx';
import { EndKiosk } from './end-kiosk.tsx';

/** What can be done with one kiosk. */
export function KioskActs({ answer, again }: { readonly answer: KioskAnswer; readonly again: () => void }) {
  const { kiosks } = useTexts();
  const { client, operator } = useDesk();
  const { busy, act } = useAct();
  const mayChange = useMay('fleet');
  const mayConfirm = useMay('approver');
  const [open, setOpen] = useState<'change' | 'revoke' | 'give-up' | null>(null);
  const { kiosk, givingUp, revoked, givenUpAt } = answer;
  const over = revoked !== null || givenUpAt !== null;
  const close = () => {
    setOpen(null);
    again();
  };
  const settle = async (done: ReturnType<ReturnType<typeof fleetActs>['confirmGivingUp']>) => {
    if ((await act(done, kiosks.changed)) !== null) again();
  };
  return (
    <>
      {givingUp !== null && !over ? (
        <>
          {mayConfirm && givingUp.proposedBy !== operator.operatorId ? (
            <Popconfirm
              title={kiosks.giveUpText}
              onConfirm={() => settle(fleetActs(client).confirmGivingUp(kiosk.kioskId))}
            >
              <Button danger loading={busy}>
                {kiosks.confirmGivingUp}
              </Button>
            </Popconfirm>
          ) : null}
          {mayChange || mayConfirm ? (
            <Button loading={busy} onClick={() => settle(fleetActs(client).withdrawGivingUp(kiosk.kioskId))}>
              {kiosks.withdraw}
            </Button>
          ) : null}
        </>
      ) : null}
      {mayChange && !over ? (
        <>
          <Button onClick={() => setOpen('change')}>{kiosks.change}</Button>
          {givingUp === null ? <Button onClick={() => setOpen('give-up')}>{kiosks.giveUp}</Button> : null}
          <Button danger onClick={() => setOpen('revoke')}>
            {kiosks.revoke}
          </Button>
        </>
      ) : null}
      {open === 'change' ? <ChangeKiosk kiosk={kiosk} close={close} /> : null}
      {open === 'revoke' || open === 'give-up' ? <EndKiosk kiosk={kiosk} how={open} close={close} /> : null}
    </>
  );
}
