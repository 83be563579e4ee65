import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const synced: string[] = [];
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const names = new Map<number, string>();
  return {
    ...fs,
    openSync: (path: string, flags: string, mode?: number) => {
      const handle = fs.openSync(path, flags, mode);
      names.set(handle, path);
      return handle;
    },
    fsyncSync: (handle: number) => {
      synced.push(names.get(handle) ?? '');
      fs.fsyncSync(handle);
    },
  };
});
const { systemDisk } = await import('./system-disk.ts');

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'yikatong-disk-'));
  synced.length = 0;
});
afterEach(() => rmSync(home, { recursive: true }));

it('a new folder survives a power cut, with those above it that were made for it', () => {
  const path = join(home, 'var', 'kiosk', 'store');
  systemDisk.makeFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(synced).toEqual([join(home, 'var', 'kiosk'), join(home, 'var'), home]);
  systemDisk.makeFolder(path);
  expect(synced.length).toBe(3);
});
