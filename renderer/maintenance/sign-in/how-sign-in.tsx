import { OptionList } from '../../design/option-list.tsx';
import { Page } from '../../design/page.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { TechnicianCard } from '../../illustrations/technician-cards.tsx';
import type { SignIn } from './sign-in-page.tsx';
import { SignInProblem, useWait } from './sign-in-problem.tsx';
import { WaysOut } from './ways-out.tsx';

const WAYS = ['card', 'code'] as const;

/** Card or one-time code; for a task of two, the second person. */
export function HowSignIn({ page }: { page: SignIn }) {
  const { maintain } = useKiosk();
  const { how } = useWords().maintenance.signIn;
  const wait = useWait(page);
  const second = page.person === 'second';
  return (
    <Page
      title={second ? how.titleSecond : how.title}
      lead={second ? how.leadSecond : how.lead}
      picture={<TechnicianCard label={how.card} />}
      note={<SignInProblem page={page} wait={wait} />}
      actions={<WaysOut other={null} />}
    >
      <OptionList
        columns={1}
        look="roomy"
        options={WAYS.map((way) => ({
          value: way,
          label: how[way],
          more: [way === 'card' ? how.cardLine : how.codeLine],
          fee: null,
          chosen: false,
        }))}
        onChoose={(way) => maintain({ act: way === 'card' ? 'use-card' : 'use-code' })}
      />
    </Page>
  );
}
