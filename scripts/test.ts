import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPostgres } from '../tests/postgres/cluster.ts';
import { addCounts, type Counts, countTests, NOTHING_COUNTED } from './test/counts.ts';

/**
 * `npm test`: lint, types, unit tests and tests on real wires, the builds of the kiosk's
 * and the operators' pages, whole sessions in Chromium.
 * Every step runs whatever became of those before it; the last line says `N passed, N failed, N skipped`.
 */
interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** A vitest run, whose tests are counted. */
  readonly counted: boolean;
}

const vitest = (...projects: string[]): Step['command'] => [
  'vitest',
  'run',
  ...projects.flatMap((project) => ['--project', project]),
];

const STEPS: readonly Step[] = [
  { name: 'lint', command: ['biome', 'ci', '.'], counted: false },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'], counted: false },
  { name: 'unit tests and real wires', command: vitest('unit', 'wires', 'alone'), counted: true },
  ...onPostgres(),
  {
    name: 'renderer build',
    command: ['vite', 'build', '--config', 'renderer/vite.config.ts', '--logLevel', 'warn'],
    counted: false,
  },
  {
    name: 'console build',
    command: ['vite', 'build', '--config', 'central/console/vite.config.ts', '--logLevel', 'warn'],
    counted: false,
  },
  { name: 'whole sessions in Chromium', command: [...vitest('e2e'), '--passWithNoTests'], counted: true },
];

/** The centre's tests once more, where there is a PostgreSQL to start. */
function onPostgres(): readonly Step[] {
  const name = 'the centre on PostgreSQL';
  if (findPostgres() !== null) return [{ name, command: vitest('postgres'), counted: true }];
  const sentence = `PostgreSQL is not installed here, so nothing of the centre was tested on it (apt-get install postgresql).`;
  return [{ name: `${name}: left out`, command: ['echo', sentence], counted: false }];
}

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Exit status of a command that shares our terminal; 127 where it cannot be started. */
function run([program, ...args]: readonly [string, ...string[]]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: PROJECT, stdio: 'inherit' });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;

async function runStep(step: Step, reports: string): Promise<{ status: number; counts: Counts }> {
  if (!step.counted) return { status: await run(step.command), counts: NOTHING_COUNTED };
  const report = join(reports, `${STEPS.indexOf(step)}.json`);
  const status = await run([
    ...step.command,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const told = existsSync(report) ? countTests(JSON.parse(readFileSync(report, 'utf8'))) : NOTHING_COUNTED;
  // A run that broke down before it could tell of any failure is one.
  return {
    status,
    counts: status !== 0 && told.failed === 0 ? addCounts(told, { ...NOTHING_COUNTED, failed: 1 }) : told,
  };
}

const startedAt = performance.now();
const reports = mkdtempSync(join(tmpdir(), 'yikatong-test-'));
const summary: string[] = [];
let counts = NOTHING_COUNTED;
for (const step of STEPS) {
  console.log(`\n── ${step.name}`);
  const stepStartedAt = performance.now();
  const result = await runStep(step, reports);
  counts = addCounts(counts, result.counts);
  summary.push(`${result.status === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds(stepStartedAt)})`);
  if (result.status !== 0) process.exitCode = 1;
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${summary.join('\n')}\nall in ${seconds(startedAt)}`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
