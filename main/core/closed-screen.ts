import type { TILE_REASONS, View, ViewOf } from '../../src/contracts/view.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';

/** What is shown while there is no session host yet: nobody is served, and the screen says why (INV-8). */
export const closedScreen = (
  reason: (typeof TILE_REASONS)[number],
  {
    kioskName,
    hotlines,
    now,
  }: { readonly kioskName: string; readonly hotlines: PolicyPack['hotlines']; readonly now: number },
): View =>
  ({
    screen: 'out-of-service',
    reasons: [reason],
    since: now,
    counters: [],
    revision: 0,
    kioskName,
    language: 'zh-CN',
    elder: false,
    lowReach: false,
    service: null,
    progress: null,
    secondsLeft: null,
    can: [],
    overlay: null,
    hotlines: [...hotlines],
    linkUp: false,
    now,
  }) satisfies ViewOf<'out-of-service'>;
