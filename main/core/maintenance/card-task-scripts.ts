import { countStack } from '../../../src/maintenance/tasks/count-stack.ts';
import { emptyRejectBin, emptyRetainBin } from '../../../src/maintenance/tasks/empty-bin.ts';
import { loadCards } from '../../../src/maintenance/tasks/load-cards.ts';
import { settleUnknown } from '../../../src/maintenance/tasks/settle-unknown.ts';
import type { Store } from '../store/open-store.ts';
import type { CustodyActs } from './custody-acts.ts';
import { createCustodyDesk } from './custody-desk.ts';
import type { TaskScripts } from './task-desk.ts';

/** The guided tasks with cards, over this kiosk's ledger and machines. */
export function cardTaskScripts(store: Store, acts: CustodyActs): TaskScripts {
  const desk = createCustodyDesk(store, acts);
  return {
    'load-cards': loadCards(desk),
    'count-stack': countStack(desk),
    'empty-retain-bin': emptyRetainBin(desk),
    'empty-reject-bin': emptyRejectBin(desk),
    'settle-unknown': settleUnknown(desk),
  };
}
