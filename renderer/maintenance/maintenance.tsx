import type { ViewOf } from '../../src/contracts/view.ts';
import { unreachable } from '../../src/result.ts';
import { DevicesPage } from './devices/devices-page.tsx';
import { LeavingPage } from './leaving/leaving-page.tsx';
import { ReadinessPage } from './readiness/readiness-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { TaskPage } from './task/task-page.tsx';

/** What a technician sees, page by page. */
export function Maintenance({ view }: { view: ViewOf<'maintenance'> }) {
  const { page } = view;
  switch (page.page) {
    case 'sign-in':
      return <SignInPage page={page} />;
    case 'readiness':
      return <ReadinessPage page={page} />;
    case 'devices':
      return <DevicesPage page={page} />;
    case 'leaving':
      return <LeavingPage page={page} />;
    case 'task':
      return <TaskPage page={page} />;
    default:
      return unreachable(page);
  }
}
