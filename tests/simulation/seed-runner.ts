import { parseArgs } from 'node:util';
import { PowerCut } from './disk/power-cut.ts';
import { createDiskEngine } from './disk/sqlite-engine.ts';
import { planOf } from './plan-of/plan-of.ts';
import { run } from './run.ts';

/**
 * Plays seeds one after the other in a process of its own; one line of JSON for each on standard output. Arguments:
 * `--seeds 1,2,3 --sessions 200`; `--stop` ends at the first violation.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string' }, sessions: { type: 'string' }, stop: { type: 'boolean' } },
});

// What a life that the power ended still throws, nobody waits for.
process.on('uncaughtException', (error) => {
  if (error instanceof PowerCut) return;
  process.stderr.write(`${error.stack}\n`);
  process.exit(2);
});

const engine = await createDiskEngine();
for (const seed of (values.seeds ?? '1').split(',').map(Number)) {
  const report = await run(planOf(seed, Number(values.sessions ?? 200)), { engine });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (values.stop && report.violation) break;
}
