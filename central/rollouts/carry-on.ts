import { quietUntil } from '../../src/rollout/quiet-hours.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { giveOutSome } from './give-out.ts';
import { placeThoseWhoSayNoAgain } from './nothing-new.ts';
import { planOf, type RolloutRow, rolloutRow } from './rollout-rows.ts';
import { BY_ITSELF, takeStep, type WantedStep } from './take-step.ts';
import { everybodyIsBack, turnBackSome } from './turn-back.ts';
import { judgeWave } from './wave-figures.ts';

/** Kiosks in one announcement: PostgreSQL carries at most 8,000 bytes in one. */
const NAMES_AT_ONCE = 100;

/**
 * Brings one rollout as far as it may go now: opens it when it is due, gives open waves out, judges gates, turns back.
 * By several processes at once each step is taken once: it is claimed in the commit that takes it.
 */
export async function carryOn(foundations: Foundations, rolloutId: string): Promise<void> {
  for (;;) {
    await handOver(foundations, rolloutId);
    const row = await rolloutRow(foundations.queries, rolloutId);
    const wanted = row && (await nextStep(foundations, row));
    if (!wanted) return;
    const taken = await takeStep(foundations, rolloutId, wanted, row);
    if (!taken.ok || taken.value === 'nothing') return;
    await foundations.changes.announce({ about: 'console', what: 'rollouts' });
  }
}

/** What follows from the last step, a few hundred kiosks a commit; begun again wherever it broke off. */
async function handOver(foundations: Foundations, rolloutId: string): Promise<void> {
  const { queries, clock, changes } = foundations;
  const some = (q: Queries): Promise<string[]> => giveOutSome(q, rolloutId, instantNow(clock));
  const back = (q: Queries): Promise<string[]> => turnBackSome(q, rolloutId, instantNow(clock));
  for (const act of [some, back]) {
    for (;;) {
      const kioskIds = await inTransaction(queries, act);
      if (kioskIds.length === 0) break;
      for (let from = 0; from < kioskIds.length; from += NAMES_AT_ONCE) {
        await changes.announce({ about: 'kiosks', kioskIds: kioskIds.slice(from, from + NAMES_AT_ONCE) });
      }
    }
  }
}

/** The step that clock and kiosks bring about now; null: none. */
async function nextStep({ queries, clock }: Foundations, row: RolloutRow): Promise<WantedStep | null> {
  const plan = planOf(row);
  const now = clock.now();
  const quiet = quietUntil(plan.quietHours, now) !== null;
  const step = (event: WantedStep['event']): WantedStep => ({ event, by: BY_ITSELF, reason: null });
  switch (row.state) {
    case 'scheduled': {
      const due = plan.notBefore === null || Date.parse(plan.notBefore) <= now;
      return row.started_at !== null && due && !quiet ? step('due') : null;
    }
    case 'canary':
    case 'wave': {
      await inTransaction(queries, (q) => placeThoseWhoSayNoAgain(q, row.rollout_id, now));
      const gate = await judgeWave(queries, row, now);
      if (gate === null || gate.verdict === 'waits') return null;
      const figures = { journeys: gate.journeys, failed: gate.failed, silent: gate.silent };
      if (gate.verdict === 'failed') {
        const reason = `gate: ${gate.findings.map(({ figure }) => figure).join(', ')}`;
        return { ...step('gate-failed'), reason, detail: { ...figures, returned: gate.returned, reason } };
      }
      const widens = row.wave < plan.waves.length;
      if (widens && (quiet || plan.advance === 'by-hand')) return null;
      return { ...step('gate-passed'), detail: figures };
    }
    case 'returning':
      return (await everybodyIsBack(queries, row.rollout_id)) ? step('everybody-back') : null;
    default:
      return null;
  }
}
