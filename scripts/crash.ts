import { parseArgs } from 'node:util';
import { ALL_DAMAGES } from './crash/damage/all.ts';
import { crashRun } from './crash/run.ts';

/**
 * `npm run crash -- --kills N [--seed S] [--kiosks K]`: kills the real core with SIGKILL, at random and at every named
 * point, in real sessions on virtual hardware, and judges from outside what was kept of what it promised. The last
 * line is one JSON object; exit status 1 where a promise was broken. `--damage`: what befalls disk, store, clock and
 * centre instead, one after the other.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    kiosks: { type: 'string', default: '2' },
    damage: { type: 'boolean', default: false },
  },
});
const say = (text: string) => void process.stderr.write(`${text}\n`);

async function runDamages(): Promise<void> {
  const ends: Record<string, unknown> = {};
  let failed = 0;
  for (const { name, must, run } of ALL_DAMAGES) {
    say(`${name}: ${must}`);
    const end = await run().catch((error: unknown) => ({
      ended: 'broke down',
      problems: [error instanceof Error ? error.message : String(error)],
    }));
    if ('problems' in end && end.problems.length > 0) failed += 1;
    say(`  ${JSON.stringify(end)}`);
    ends[name] = end;
  }
  process.stdout.write(`${JSON.stringify({ failed, damage: ends })}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function runKills(): Promise<void> {
  const report = await crashRun({
    kills: Number(values.kills),
    seed: Number(values.seed),
    kiosks: Number(values.kiosks),
    say,
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.lost + report.doubled + report.unbalanced > 0 ? 1 : 0;
}

await (values.damage ? runDamages() : runKills());
