import { useSecondsLeft } from '../../design/countdown.tsx';
import { Note } from '../../design/note.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import type { SignIn } from './sign-in-page.tsx';

/** Seconds this sign-in has to wait still, counted from the moment the view came. */
export function useWait({ waitUntil }: SignIn): number {
  const { now } = useKiosk().view;
  return useSecondsLeft(waitUntil === null ? 0 : Math.max(0, (waitUntil - now) / 1000));
}

/** What was wrong, without saying which part of it; and how long to wait. */
export function SignInProblem({ page, wait }: { page: SignIn; wait: number }) {
  const { signIn } = useWords().maintenance;
  if (page.problem === null || (page.problem === 'wait' && wait === 0)) return null;
  const hard = page.problem === 'locked' || page.problem === 'no-list';
  return (
    <Note tone={hard ? 'bad' : 'warn'}>
      <div className="note-head">{signIn.problems[page.problem]}</div>
      {wait > 0 ? (
        <div className="sign-in-wait" role="timer">
          {signIn.waitLeft(Math.floor(wait / 60), wait % 60)}
        </div>
      ) : null}
    </Note>
  );
}
