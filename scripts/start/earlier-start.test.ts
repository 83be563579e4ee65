import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { commandOf, recordStart, runningStart } from './earlier-start.ts';

const folder = mkdtempSync(join(tmpdir(), 'yikatong-start-'));
const pidFile = join(folder, 'deeper/start.pid');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('no file, nonsense in it, or a process that is something else now: no start is running', () => {
  expect(runningStart(pidFile)).toBeNull();
  // This test runs, but it is no npm start: its id must not be ended.
  recordStart(pidFile);
  expect(runningStart(pidFile)).toBeNull();
  writeFileSync(pidFile, 'nonsense');
  expect(runningStart(pidFile)).toBeNull();
});

it('a process that is gone has no command', () => {
  expect(commandOf(2 ** 30)).toBe('');
});
