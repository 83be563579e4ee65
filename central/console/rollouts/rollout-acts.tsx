import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { RolloutAnswer, RolloutDetail, RolloutState } from '../../../src/contracts/console/rollouts.ts';
import type { Result } from '../../../src/result.ts';
import type { CallTrouble } from '../api/console-client.ts';
import { rolloutActs } from '../api/rollouts.ts';
import { useAct } from '../api/use-act.ts';
import { AskNote } from '../frame/ask-note.tsx';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';

type Act = 'start' | 'advance' | 'pause' | 'resume' | 'stop' | 'turnBack';

const ACTS: Readonly<Record<RolloutState, readonly Act[]>> = {
  scheduled: ['start', 'stop'],
  canary: ['advance', 'pause', 'stop', 'turnBack'],
  wave: ['advance', 'pause', 'stop', 'turnBack'],
  paused: ['resume', 'stop', 'turnBack'],
  stopped: ['turnBack'],
  returning: [],
  returned: [],
  done: ['turnBack'],
};

/** Acts that are given a reason: they hold something up or turn it back. */
const WITH_REASON = { pause: 'pause', stop: 'stop', turnBack: 'turnBack' } as const;
const isWithReason = (act: Act): act is keyof typeof WITH_REASON => Object.hasOwn(WITH_REASON, act);

/** Starting, pausing, stopping, turning back: each says in one sentence what it does before it is done. */
export function RolloutActs({
  rollout,
  again,
}: {
  readonly rollout: RolloutDetail;
  readonly again: () => void;
}) {
  const { rollouts } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [open, setOpen] = useState<Act | null>(null);
  if (!useMay('approver')) return null;
  const acts = rolloutActs(client, rollout.rolloutId);
  const atLast = rollout.wave >= rollout.waves;
  const passed = rollout.gate?.verdict === 'passed';

  const settle = async (asked: Promise<Result<RolloutAnswer, CallTrouble>>) => {
    await act(asked, rollouts.did);
    setOpen(null);
    again();
  };
  const simple = (what: 'start' | 'resume' | 'advance') =>
    what === 'advance' ? acts.advance({ wave: rollout.wave, despiteGate: !passed }) : acts[what]();

  return (
    <>
      {ACTS[rollout.state]
        .filter((one) => one !== 'advance' || !atLast)
        .map((one, index) => (
          <Button
            key={one}
            type={index === 0 && one !== 'turnBack' ? 'primary' : 'default'}
            danger={one === 'turnBack'}
            onClick={() => setOpen(one)}
          >
            {rollouts.acts[one]}
          </Button>
        ))}
      {open !== null && isWithReason(open) ? (
        <AskNote
          danger={open !== 'pause'}
          title={rollouts.acts[open]}
          text={rollouts.actTexts[open]}
          label={rollouts.why}
          ok={rollouts.acts[open]}
          busy={busy}
          most={300}
          close={() => setOpen(null)}
          done={(reason) => void settle(acts[open](reason))}
        />
      ) : null}
      {open !== null && !isWithReason(open) ? (
        <Modal
          open
          title={rollouts.acts[open]}
          okText={open === 'advance' && !passed ? rollouts.despiteGate : rollouts.acts[open]}
          okButtonProps={{ danger: open === 'advance' && !passed }}
          confirmLoading={busy}
          onOk={() => void settle(simple(open))}
          onCancel={() => setOpen(null)}
        >
          {rollouts.actTexts[open]}
        </Modal>
      ) : null}
    </>
  );
}
