import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SeedReport } from './report.ts';

const RUNNER = fileURLToPath(new URL('seed-runner.ts', import.meta.url));
const PATCH = new URL('mutants/patch.ts', import.meta.url).href;

export interface SeedsToPlay {
  readonly seeds: readonly number[];
  readonly sessions: number;
  readonly severity?: string | undefined;
  /** Processes at once. */
  readonly jobs: number;
  /** Name of a mutant the software is broken with. */
  readonly mutant?: string;
  /** No more seeds of a process once one has failed. */
  readonly stop?: boolean;
  readonly onReport?: (report: SeedReport) => void;
}

/** Plays seeds in processes of their own, each seed wholly in one; the reports in the order of the seeds. */
export async function playSeeds(options: SeedsToPlay): Promise<SeedReport[]> {
  const { seeds, jobs } = options;
  const reports = await Promise.all(
    Array.from({ length: Math.min(jobs, seeds.length) }, (_, job) =>
      playIn(
        seeds.filter((_, at) => at % jobs === job),
        options,
      ),
    ),
  );
  return reports.flat().sort((a, b) => a.seed - b.seed);
}

async function playIn(seeds: readonly number[], options: SeedsToPlay): Promise<SeedReport[]> {
  const { sessions, severity, mutant, stop, onReport } = options;
  const child = spawn(
    process.execPath,
    [
      ...(mutant === undefined ? [] : ['--import', PATCH]),
      RUNNER,
      '--seeds',
      seeds.join(','),
      '--sessions',
      String(sessions),
      ...(severity === undefined ? [] : ['--severity', severity]),
      ...(stop ? ['--stop'] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...(mutant !== undefined && { YIKATONG_MUTANT: mutant }) },
    },
  );
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const reports: SeedReport[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const report = JSON.parse(line) as SeedReport;
    reports.push(report);
    onReport?.(report);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`the process with seeds ${seeds.join(',')} ended with ${code}`);
  return reports;
}
