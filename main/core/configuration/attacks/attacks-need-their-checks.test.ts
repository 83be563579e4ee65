import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ATTACKS } from './attacks.ts';

const PROJECT = fileURLToPath(new URL('../../../..', import.meta.url));

describe('the checks against them', () => {
  it.each(ATTACKS.map(({ way, check }) => [way, check] as const))(
    'stand where they are taken out: %s',
    (_, check) => {
      const source = readFileSync(`${PROJECT}/${check.file}`, 'utf8');
      expect(source.split(check.from)).toHaveLength(2);
    },
  );

  it('INV-7 are needed, each of them: without it its attack succeeds', async () => {
    const program = fileURLToPath(new URL('try-without-checks.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [program], {
      cwd: PROJECT,
      timeout: 60_000,
    });
    const succeeded: number[] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]');
    const held = ATTACKS.filter((_, number) => !succeeded.includes(number)).map(({ way }) => way);
    expect(held).toEqual([]);
  }, 60_000);
});
