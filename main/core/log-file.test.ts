import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { logFile, logFilesIn } from './log-file.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOON = Date.parse('2026-11-22T04:00:00Z');

let folder: string;
let now: number;
const clock = { now: () => now };
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'yikatong-log-')), 'logs');
  now = NOON;
});

describe('log files', () => {
  it('writes each line at once, and goes on in the same file after a restart', () => {
    logFile(folder, clock).write('{"msg":"one"}\n');
    logFile(folder, clock).write('{"msg":"two"}\n');
    expect(logFilesIn(folder)).toEqual(['core-2026-11-22-001.log']);
    expect(readFileSync(join(folder, 'core-2026-11-22-001.log'), 'utf8')).toBe(
      '{"msg":"one"}\n{"msg":"two"}\n',
    );
    expect(statSync(join(folder, 'core-2026-11-22-001.log')).mode & 0o077).toBe(0);
  });

  it('begins a file each day and keeps fourteen days', () => {
    const file = logFile(folder, clock);
    for (let day = 0; day < 20; day += 1, now += DAY_MS) file.write('{}\n');
    const names = logFilesIn(folder);
    expect(names).toHaveLength(14);
    expect(names[0]).toBe('core-2026-11-28-001.log');
  });

  it('loses no day to a clock that ran years ahead for a moment', () => {
    const file = logFile(folder, clock);
    for (let day = 0; day < 5; day += 1, now += DAY_MS) file.write('{}\n');
    const before = logFilesIn(folder);
    now += 10 * 365 * DAY_MS;
    file.write('{}\n');
    now -= 10 * 365 * DAY_MS;
    file.write('{}\n');
    expect(logFilesIn(folder)).toEqual([...before, 'core-2026-11-27-001.log', 'core-2036-11-24-001.log']);
  });

  it('never has more than 50 MB, and lets the oldest go', () => {
    mkdirSync(folder, { recursive: true });
    for (let part = 1; part <= 12; part += 1) {
      writeFileSync(
        join(folder, `core-2026-11-22-${String(part).padStart(3, '0')}.log`),
        'x'.repeat(5_000_000),
      );
    }
    logFile(folder, clock).write('{}\n');
    const names = logFilesIn(folder);
    expect(names.at(-1)).toBe('core-2026-11-22-013.log');
    expect(names.map((name) => statSync(join(folder, name)).size).reduce((a, b) => a + b)).toBeLessThan(
      50_000_000,
    );
  });

  it('loses the line where the disk takes none, and writes again where it does', () => {
    const above = join(folder, '..');
    writeFileSync(folder, 'in the way');
    const file = logFile(folder, clock);
    file.write('{"msg":"lost"}\n');
    rmSync(folder);
    mkdirSync(above, { recursive: true });
    file.write('{"msg":"kept"}\n');
    expect(readFileSync(join(folder, 'core-2026-11-22-001.log'), 'utf8')).toBe('{"msg":"kept"}\n');
  });
});
