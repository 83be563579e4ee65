import { type ReactNode, useEffect, useId } from 'react';
import { Button } from '../design/button.tsx';
import { useSecondsLeft } from '../design/countdown.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Act, Actions } from './act.tsx';
import { chime } from './chime.ts';
import { useKiosk, useWords } from './kiosk-context.ts';

/** A question over the screen, which stays where it was, inert. */
export function Overlay({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <div className="overlay">
      <div className="overlay-panel" role="alertdialog" aria-modal="true" aria-labelledby={heading}>
        <h1 id={heading}>{title}</h1>
        {children}
      </div>
    </div>
  );
}

/** Are you still there? Seen and heard, large, answered by one touch. */
export function TimeOutOverlay({ seconds }: { seconds: number }) {
  const { frame } = useWords();
  const left = useSecondsLeft(seconds);
  useEffect(() => chime(), []);
  return (
    <Overlay title={frame.timeOutTitle}>
      <p className="overlay-count" role="timer">
        {left}
        <small>{frame.timeOutSeconds}</small>
      </p>
      <p className="lead">{frame.timeOutLead}</p>
      <Actions>
        <Act command={{ type: 'leave' }}>{frame.timeOutLeave}</Act>
        <Act kind="primary" command={{ type: 'stay' }} autoFocus>
          {frame.timeOutStay}
        </Act>
      </Actions>
    </Overlay>
  );
}

/** Really leave? */
export function LeaveOverlay() {
  const { frame } = useWords();
  return (
    <Overlay title={frame.leaveTitle}>
      <p className="lead">{frame.leaveLead}</p>
      <Actions>
        <Act command={{ type: 'leave' }}>{frame.leaveLeave}</Act>
        <Act kind="primary" command={{ type: 'stay' }} autoFocus>
          {frame.leaveStay}
        </Act>
      </Actions>
    </Overlay>
  );
}

/** Whom to call. Opened and closed here; the core need not know. */
export function HelpOverlay({ onClose }: { onClose: () => void }) {
  const { view } = useKiosk();
  const { frame } = useWords();
  return (
    <Overlay title={frame.helpTitle}>
      <p className="lead">{frame.helpLead}</p>
      <div className="help-numbers">
        <Hotlines hotlines={view.hotlines} />
      </div>
      <p>{frame.helpOne}</p>
      <Button kind="primary" onPress={onClose} autoFocus>
        {frame.helpClose}
      </Button>
    </Overlay>
  );
}
