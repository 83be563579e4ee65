import { useEffect, useState } from 'react';
import { Note } from '../../design/note.tsx';
import { useWords } from '../../frame/kiosk-context.ts';
import { MachineWorks } from '../../illustrations/technician-cabinet.tsx';
import type { AskProps } from './ask-props.ts';
import { pictureOf, waitsForHand } from './step-look.ts';
import { StepPage } from './step-page.tsx';

/** Beyond this share of the expected time the page says that it takes longer. */
const LONG = 1.5;
/** A bar that is full says “over”; only the next screen may say that. */
const NEARLY = 0.96;

/** The machine works: what it does, how long, and whether a hand is wanted. */
export function AskRunning({ page, ask }: AskProps<'running'>) {
  const { tasks } = useWords();
  const { frame } = tasks;
  const elapsed = useElapsedSeconds();
  const expected = Math.max(1, ask.expectSeconds);
  const drawn = pictureOf(page) !== undefined;
  const byHand = waitsForHand(page);
  const length = byHand ? frame.runningForHand : frame.runningFor;
  return (
    <StepPage page={page} note={byHand ? null : <Note>{frame.runningHandsOff}</Note>}>
      {drawn ? null : (
        <div className="page-picture">
          <MachineWorks label={tasks.pictures['machine-works']} />
        </div>
      )}
      <div className="task-running" role="status">
        <progress
          className="task-bar"
          max={1}
          value={Math.min(NEARLY, elapsed / expected)}
          aria-hidden="true"
        />
        <p>{elapsed > expected * LONG ? frame.runningLong : length(ask.expectSeconds)}</p>
      </div>
    </StepPage>
  );
}

function useElapsedSeconds(): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed((performance.now() - start) / 1000), 250);
    return () => clearInterval(timer);
  }, []);
  return elapsed;
}
