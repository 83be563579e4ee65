import { WILLING } from './people/manners.ts';
import type { Plan, SessionPlan } from './plan.ts';
import type { SeedReport } from './report.ts';

type Play = (plan: Plan) => Promise<SeedReport>;

/**
 * Makes a failing story short: takes out sessions by halves, then one at a time, then blows, then manners, as long as the
 * same rule is still broken. What is left of a session plays as before, for its chances hang on its own number.
 */
export async function shrink(
  plan: Plan,
  play: Play,
): Promise<{ plan: Plan; report: SeedReport; plays: number }> {
  let report = await play(plan);
  let plays = 1;
  const rule = report.violation?.rule;
  if (rule === undefined) throw new Error('there is nothing to shrink: the plan breaks no rule');
  let best: Plan = { ...plan, sessions: plan.sessions.filter(upTo(report.violation?.session ?? 0)) };
  const better = async (sessions: readonly SessionPlan[]): Promise<boolean> => {
    const candidate = { ...best, sessions };
    const tried = await play(candidate);
    plays += 1;
    if (tried.violation?.rule !== rule) return false;
    best = candidate;
    report = tried;
    return true;
  };
  await better(best.sessions);

  for (
    let size = Math.ceil(best.sessions.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < best.sessions.length; ) {
      const without = best.sessions.filter((_, index) => index < at || index >= at + size);
      if (without.length === 0 || !(await better(without))) at += size;
    }
  }
  for (let at = 0; at < best.sessions.length; at += 1) {
    const { blows = [] } = best.sessions[at] ?? {};
    for (let blow = blows.length - 1; blow >= 0; blow -= 1) {
      await better(
        changed(best, at, (one) => ({ ...one, blows: one.blows.filter((_, index) => index !== blow) })),
      );
    }
    await better(changed(best, at, (one) => ({ ...one, manner: WILLING })));
  }
  return { plan: best, report, plays };
}

const upTo =
  (session: number) =>
  ({ number }: SessionPlan): boolean =>
    number <= session;

const changed = (plan: Plan, at: number, change: (session: SessionPlan) => SessionPlan): SessionPlan[] =>
  plan.sessions.map((session, index) => (index === at ? change(session) : session));
