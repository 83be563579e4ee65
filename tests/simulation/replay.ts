import { createDiskEngine } from './disk/sqlite-engine.ts';
import { letPowerCutsGo } from './let-go.ts';
import type { Plan } from './plan.ts';
import { planOf, severityNamed } from './plan-of/plan-of.ts';
import { sentencesOf } from './plan-of/words.ts';
import { storyOf } from './report.ts';
import { run } from './run.ts';
import { shrink } from './shrink.ts';
import { moment } from './trace.ts';

export interface ReplayOptions {
  readonly sessions: number;
  readonly severity: string;
  /** Number of the event after which to stop. */
  readonly until: number | undefined;
  /** Makes the story of a violation as short as it can be. */
  readonly shorter: boolean;
}

/** Plays one seed again in this process, up to an event where one is named, and shorter where that is asked for. */
export async function replay(
  seed: number,
  { sessions, severity, until, shorter }: ReplayOptions,
): Promise<{ answer: object; passed: boolean }> {
  letPowerCutsGo();
  const engine = await createDiskEngine();
  const drawn = planOf(seed, sessions, severityNamed(severity));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (shorter) {
    const { plan, report, plays } = await shrink(drawn, (one: Plan) => run(one, { engine }));
    for (const sentence of sentencesOf(plan)) say(sentence);
    if (report.violation) say(storyOf(report.violation, { seed, sessions, severity }));
    return {
      answer: { seed, plays, sessions: plan.sessions.length, violation: report.violation },
      passed: false,
    };
  }
  const report = await run(drawn, { engine, ...(until !== undefined && { until }) });
  if (report.violation) say(storyOf(report.violation, { seed, sessions, severity }));
  else for (const { number, at, words } of report.last) say(`${number}  ${moment(at)}  ${words}`);
  const { coverage: _, last: __, ...answer } = report;
  return { answer, passed: report.violation === null };
}
