import { createDiskEngine } from './disk/sqlite-engine.ts';
import type { Plan } from './plan.ts';
import { planOf } from './plan-of/plan-of.ts';
import { sentencesOf } from './plan-of/words.ts';
import { storyOf } from './report.ts';
import { run } from './run.ts';
import { shrink } from './shrink.ts';
import { moment } from './trace.ts';

/** Plays one seed again in this process, up to an event where one is named, and shorter where that is asked for. */
export async function replay(
  seed: number,
  sessions: number,
  until: number | undefined,
  shorter: boolean,
): Promise<{ answer: object; passed: boolean }> {
  const engine = await createDiskEngine();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (shorter) {
    const { plan, report, plays } = await shrink(planOf(seed, sessions), (one: Plan) => run(one, { engine }));
    for (const sentence of sentencesOf(plan)) say(sentence);
    if (report.violation) say(storyOf(seed, sessions, report.violation));
    return {
      answer: { seed, plays, sessions: plan.sessions.length, violation: report.violation },
      passed: false,
    };
  }
  const report = await run(planOf(seed, sessions), { engine, ...(until !== undefined && { until }) });
  if (report.violation) say(storyOf(seed, sessions, report.violation));
  else for (const { number, at, words } of report.last) say(`${number}  ${moment(at)}  ${words}`);
  const { coverage: _, last: __, ...answer } = report;
  return { answer, passed: report.violation === null };
}
