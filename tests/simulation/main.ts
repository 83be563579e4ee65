import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Coverage, neverVisited } from './coverage.ts';
import { tryMutants } from './mutants/try-mutants.ts';
import { replay } from './replay.ts';
import { type SeedReport, storyOf } from './report.ts';
import { playSeeds } from './seeds-in-parallel.ts';

/**
 * `npm run simulate -- [--seeds N] [--days D] [--from SEED] [--severity calm|usual|rough] [--jobs J] [--coverage FILE]`: so many kiosks for so many days
 * of 200 sessions. `--replay SEED [--until EVENT] [--shrink]` plays one again and tells its story; `--mutants [--only NAME]`
 * breaks the software on purpose and sees whether that is found. The last line is one JSON object; status 1 on a violation.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2' },
    days: { type: 'string', default: '1' },
    sessions: { type: 'string' },
    from: { type: 'string', default: '1' },
    severity: { type: 'string', default: 'usual' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    coverage: { type: 'string' },
    replay: { type: 'string' },
    until: { type: 'string' },
    shrink: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const SESSIONS_A_DAY = 200;
const sessions = values.sessions ? Number(values.sessions) : Number(values.days) * SESSIONS_A_DAY;
const jobs = Number(values.jobs);

if (values.mutants) {
  const { answer, passed } = await tryMutants({ jobs, only: values.only });
  say(answer, passed);
} else if (values.replay !== undefined) {
  const until = values.until === undefined ? undefined : Number(values.until);
  const { answer, passed } = await replay(Number(values.replay), {
    sessions,
    severity: values.severity,
    until,
    shorter: values.shrink,
  });
  say(answer, passed);
} else {
  const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.from) + at);
  const coverage = new Coverage();
  const onReport = ({ seed, violation, coverage: own }: SeedReport) => {
    coverage.merge(own);
    if (violation)
      process.stderr.write(`${storyOf(violation, { seed, sessions, severity: values.severity })}\n`);
  };
  const reports = await playSeeds({ seeds, sessions, severity: values.severity, jobs, onReport });
  const figures = coverage.figures();
  const never = neverVisited(figures);
  if (values.coverage) writeFileSync(values.coverage, JSON.stringify({ ...figures, never }, null, 1));
  const failed = reports.filter(({ violation }) => violation !== null).map(({ seed }) => seed);
  const cells = Object.keys(figures.cells).length;
  say(
    {
      seeds: seeds.length,
      days: sum(reports, ({ sessions: played }) => played) / SESSIONS_A_DAY,
      sessions: sum(reports, ({ sessions: played }) => played),
      transactions: sum(reports, ({ transactions }) => transactions),
      events: sum(reports, ({ events }) => events),
      faults: sum(reports, ({ faults }) => faults),
      powerCuts: sum(reports, ({ powerCuts }) => powerCuts),
      syncs: sum(reports, ({ syncs }) => syncs),
      lostWrites: sum(reports, ({ lostWrites }) => lostWrites),
      violations: failed.length,
      failed,
      coverage: {
        cells,
        never: never.length,
        cutsAfter: Object.keys(figures.cuts).length,
        crashPoints: Object.keys(figures.crashPoints).length,
      },
      traceHash: createHash('sha256')
        .update(reports.map(({ traceHash }) => traceHash).join('\n'))
        .digest('hex')
        .slice(0, 32),
      coreSeconds: round(sum(reports, ({ coreSeconds }) => coreSeconds)),
      simulatedHours: round(sum(reports, ({ simulatedMs }) => simulatedMs) / 3_600_000),
    },
    failed.length === 0,
  );
}

function sum(reports: readonly SeedReport[], of: (report: SeedReport) => number): number {
  return reports.reduce((all, report) => all + of(report), 0);
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}

function say(answer: object, passed: boolean): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  if (!passed) process.exitCode = 1;
}
