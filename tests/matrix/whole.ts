import { parseArgs } from 'node:util';
import { cellsOf, MatrixRun, pairsOf, sentenceOf } from './matrix.ts';
import { LOOKING, REQUESTS, SINGLE_ACTS } from './visits.ts';

const VISITS = [...LOOKING, ...SINGLE_ACTS, ...REQUESTS];

/**
 * `npm run matrix -- [--visit NAME]… [--fault PART] [--pairs N]`: every service × every fault of every device it uses ×
 * every step where it can strike; with `--pairs` so many times two of them in one visit. A line to standard error for each cell that fails; the last line printed is one JSON object;
 * status 1 where a cell failed.
 */
const { values } = parseArgs({
  options: {
    visit: { type: 'string', multiple: true },
    fault: { type: 'string' },
    pairs: { type: 'string' },
  },
});
const begun = performance.now();
const run = new MatrixRun();
const services: Record<string, { cells: number; met: number; failed: number; seconds: number }> = {};
for (const visit of VISITS.filter(({ name }) => values.visit?.includes(name) ?? true)) {
  const since = performance.now();
  const metBefore = run.met;
  const cells = [...(await cellsOf(visit)).values()]
    .flat()
    .filter(({ fault }) => `${fault.group} ${fault.name}`.includes(values.fault ?? ''));
  const wanted = values.pairs === undefined ? cells : pairsOf(cells, Number(values.pairs));
  const failures = await run.run(wanted);
  for (const failure of failures) process.stderr.write(`${sentenceOf(failure)}\n`);
  const seconds = Math.round((performance.now() - since) / 1_000);
  const met = run.met - metBefore;
  services[visit.name] = { cells: wanted.length, met, failed: failures.length, seconds };
}
await run.close();
const sum = (field: 'cells' | 'met' | 'failed') =>
  Object.values(services).reduce((all, one) => all + one[field], 0);
const answer = {
  cells: sum('cells'),
  /** Cells whose fault somebody met; the others strike right after a device's last use. */
  met: sum('met'),
  failed: sum('failed'),
  seconds: Math.round((performance.now() - begun) / 1_000),
  services,
};
process.stdout.write(`${JSON.stringify(answer)}\n`);
if (answer.failed > 0) process.exitCode = 1;
