import { parseArgs } from 'node:util';
import { createDiskEngine } from './disk/sqlite-engine.ts';
import { letPowerCutsGo } from './let-go.ts';
import { planOf, severityNamed } from './plan-of/plan-of.ts';
import { run } from './run.ts';

/**
 * Plays seeds one after the other in a process of its own; one line of JSON for each on standard output. Arguments:
 * `--seeds 1,2,3 --sessions 200 --severity usual`; `--stop` ends at the first violation.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    sessions: { type: 'string' },
    severity: { type: 'string' },
    stop: { type: 'boolean' },
  },
});

letPowerCutsGo();
const engine = await createDiskEngine();
for (const seed of (values.seeds ?? '1').split(',').map(Number)) {
  const report = await run(planOf(seed, Number(values.sessions ?? 200), severityNamed(values.severity)), {
    engine,
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (values.stop && report.violation) break;
}
