import { Button } from '../../design/button.tsx';
import { Actions } from '../../frame/act.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { Overlay } from '../../frame/overlays.tsx';

/** Really? Says what becomes of what was done so far. */
export function LeaveQuestion({ how, onStay }: { how: 'give-up' | 'later'; onStay: () => void }) {
  const { maintain } = useKiosk();
  const { frame } = useWords().tasks;
  return (
    <Overlay title={frame.leaveTitle[how]}>
      <p className="lead">{frame.leaveLead[how]}</p>
      <Actions>
        <Button
          act="leave-task"
          onPress={() => {
            onStay();
            maintain({ act: 'leave-task' });
          }}
        >
          {frame.leaveYes[how]}
        </Button>
        <Button kind="primary" onPress={onStay} autoFocus>
          {frame.leaveStay}
        </Button>
      </Actions>
    </Overlay>
  );
}
