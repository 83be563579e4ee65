import { expect, it } from 'vitest';
import type { CrashPointName } from '../../main/core/crash-points.ts';
import type { CasePlan, Trigger } from '../../scripts/crash/plans.ts';
import { crashRun } from '../../scripts/crash/run.ts';
import type { VisitName } from '../../scripts/crash/visits.ts';

/** One of each kind of journal; the long run at random is `npm run crash -- --kills 1000`. */
const SEED = 1;
const at = (point: CrashPointName): Trigger => ({ kind: 'point', point });
/** While the core is starting again, milliseconds after the kill before. */
const again = (ms: number): Trigger => ({ kind: 'moment', screens: 0, ms });

const plan = (
  visit: VisitName,
  resident: string,
  triggers: readonly Trigger[],
  chipFails = false,
): CasePlan => ({
  visit,
  resident,
  triggers,
  manner: { takesCards: true, pays: 'pay', comesBack: false },
  circumstances: { chipFails, linkCut: false, exchangeBreaks: null },
});

const PLANS: readonly CasePlan[] = [
  plan('certify', 'benefits-receiver', [at('application-after-intent'), again(600)]),
  plan('activate', 'activate-3.0', [at('activation-after-intent'), at('activation-after-void')]),
  plan('replace', 'loss-active', [at('request-loss-before-intent'), at('request-refund-after-intent')]),
  plan('swap', 'swap-2.0', [at('request-retain-old-after-act')]),
  plan('exchange', 'exchange-damaged', [at('request-present-after-act')]),
  plan('replace', 'loss-formal', [at('request-to-bin-after-act')], true),
  plan('formal-loss', 'loss-active', [at('request-pay-after-act')]),
  plan('temporary-loss', 'loss-active', [at('send-after-call')]),
  plan('contact-data', 'contact-known', [at('receipt-before-row')]),
];

it('INV-1…INV-5 INV-8 twelve kills of the real core: nothing lost, nothing doubled, nothing unbalanced', async () => {
  const stories: string[] = [];
  const say = (text: string) => void stories.push(text);
  const report = await crashRun({ kills: 12, seed: SEED, kiosks: 1, say, plans: PLANS });
  const { kills, lost, doubled, unbalanced, cases } = report;
  expect({ lost, doubled, unbalanced }, stories.join('\n')).toEqual({ lost: 0, doubled: 0, unbalanced: 0 });
  expect({ kills, cases }).toEqual({ kills: 12, cases: PLANS.length });
});
