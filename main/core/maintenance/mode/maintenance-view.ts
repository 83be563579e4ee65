import type { MaintenancePage } from '../../../../src/contracts/maintenance/page.ts';
import type { Language, View } from '../../../../src/contracts/view.ts';
import { nearbyCounters } from '../../../../src/flows/nearby-counters.ts';
import type { PolicyPack } from '../../../../src/policy/policy-pack.ts';

export interface MaintenanceScene {
  readonly kioskName: string;
  readonly policy: Pick<PolicyPack, 'counters' | 'hotlines'>;
  readonly language: Language;
  readonly elder: boolean;
  readonly lowReach: boolean;
  readonly linkUp: boolean;
  readonly now: number;
  readonly revision: number;
  /** Seconds until this page gives up; null where it does not. */
  readonly secondsLeft: number | null;
  /** Nobody is served since. */
  readonly since: number;
  /** Null: nobody is at work; the screen says since when, and where to go. */
  readonly page: MaintenancePage | null;
}

/** What the screen shows while maintenance mode has it. */
export function maintenanceView({ policy, since, page, ...scene }: MaintenanceScene): View {
  const chrome = {
    ...scene,
    service: null,
    progress: null,
    overlay: null,
    hotlines: policy.hotlines,
  };
  const counters = nearbyCounters(policy);
  return page === null
    ? {
        screen: 'out-of-service',
        ...chrome,
        can: ['set-language', 'set-elder', 'set-low-reach'],
        reasons: ['maintenance'],
        since,
        counters,
      }
    : { screen: 'maintenance', ...chrome, can: ['set-language'], page, since, counters };
}
