import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { useWords } from '../../frame/kiosk-context.ts';
import { TechnicianCard } from '../../illustrations/technician-cards.tsx';
import type { SignIn } from './sign-in-page.tsx';
import { SignInProblem, useWait } from './sign-in-problem.tsx';
import { WaysOut } from './ways-out.tsx';

/** The reader waits for the card by itself; nothing to touch. */
export function CardSignIn({ page }: { page: SignIn }) {
  const { card } = useWords().maintenance.signIn;
  const wait = useWait(page);
  return (
    <Page
      title={card.title}
      lead={card.lead}
      picture={<TechnicianCard label={card.picture} />}
      note={page.problem === null ? <Note>{card.waiting}</Note> : <SignInProblem page={page} wait={wait} />}
      actions={<WaysOut other="use-code" />}
    />
  );
}
