import { spawnSync } from 'node:child_process';
import { PROJECT } from '../../world/child-program.ts';
import type { Damage } from './damage.ts';

/** The story is in tests/healing, which owns the machine's one pcscd; it is played from there. */
export const pcscdKilled: Damage = {
  name: 'pcscd killed',
  must: 'INV-8 the tile says that the card reader is down, and opens by itself when the daemon is back',
  async run() {
    const { status, stdout } = spawnSync(
      'vitest',
      [
        'run',
        '--project',
        'alone',
        'tests/healing/healing.test.ts',
        '-t',
        'pcscd, killed',
        '--reporter=json',
      ],
      { cwd: PROJECT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const report = /\{"numTotalTestSuites".*\}/s.exec(stdout)?.[0];
    const { numPassedTests = 0 } = report ? (JSON.parse(report) as { numPassedTests?: number }) : {};
    if (status === 0 && numPassedTests === 0) return { skipped: 'pcscd is not ours to kill on this machine' };
    return {
      ended: 'healed',
      problems: status === 0 ? [] : [`tests/healing ended with status ${status}`],
      tookMs: {},
    };
  },
};
