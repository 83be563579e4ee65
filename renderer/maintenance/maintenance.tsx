import type { ViewOf } from '../../src/contracts/view.ts';
import { unreachable } from '../../src/result.ts';

/** What a technician sees, page by page. */
export function Maintenance({ view }: { view: ViewOf<'maintenance'> }) {
  const { page } = view;
  switch (page.page) {
    case 'sign-in':
    case 'readiness':
    case 'devices':
    case 'leaving':
    case 'task':
      return null;
    default:
      return unreachable(page);
  }
}
