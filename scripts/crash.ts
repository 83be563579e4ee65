import { parseArgs } from 'node:util';
import { crashRun } from './crash/run.ts';

/**
 * `npm run crash -- --kills N [--seed S] [--kiosks K]`: kills the real core with SIGKILL, at random and at every named
 * point, in real sessions on virtual hardware, and judges from outside what was kept of what it promised. The last
 * line is one JSON object; exit status 1 where a promise was broken.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    kiosks: { type: 'string', default: '2' },
  },
});

const report = await crashRun({
  kills: Number(values.kills),
  seed: Number(values.seed),
  kiosks: Number(values.kiosks),
  say: (text) => process.stderr.write(`${text}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.lost + report.doubled + report.unbalanced > 0 ? 1 : 0;
