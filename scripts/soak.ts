import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { soak } from './soak/run.ts';

/**
 * `npm run soak -- [--sessions N] [--seed S] [--look-every N] [--no-page]`: thousands of sessions on one core and one
 * page that nobody restarts; memory, handles and latency over time, and what they would be after a year of 200 sessions
 * a day. The last line is one JSON object; exit status 1 where a session came to no end or a core ended by itself.
 */
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    'look-every': { type: 'string', default: '250' },
    'no-page': { type: 'boolean', default: false },
  },
});

const report = await soak({
  sessions: Number(values.sessions),
  seed: Number(values.seed),
  lookEvery: Number(values['look-every']),
  page: !values['no-page'],
  rendererDirectory: resolve('dist/renderer'),
  say: (text) => void process.stderr.write(`${text}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.stuck + report.coreEnds > 0 ? 1 : 0;
