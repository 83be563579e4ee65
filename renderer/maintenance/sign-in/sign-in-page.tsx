import './sign-in.css';
import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { unreachable } from '../../../src/result.ts';
import { Page } from '../../design/page.tsx';
import { useWords } from '../../frame/kiosk-context.ts';
import { ClockScene } from '../../illustrations/scenes.tsx';
import { CardSignIn } from './card-sign-in.tsx';
import { CodeSignIn } from './code-sign-in.tsx';
import { HowSignIn } from './how-sign-in.tsx';
import { PinSignIn } from './pin-sign-in.tsx';

export type SignIn = MaintenancePageOf<'sign-in'>;

/** Who is there: card or one-time code, then the PIN. The core asks step by step and says what was wrong. */
export function SignInPage({ page }: { page: SignIn }) {
  if (page.checking) return <Checking />;
  switch (page.step) {
    case 'how':
      return <HowSignIn page={page} />;
    case 'card':
      return <CardSignIn page={page} />;
    case 'code':
      return <CodeSignIn page={page} />;
    case 'pin':
      return <PinSignIn page={page} />;
    default:
      return unreachable(page.step);
  }
}

function Checking() {
  const { checking } = useWords().maintenance.signIn;
  return <Page title={checking} picture={<ClockScene label={checking} />} />;
}
