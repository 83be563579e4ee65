import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countSyncs } from './strace-count.ts';

export const COMMITS = 200;

const PROGRAM = fileURLToPath(new URL('counted-commits.ts', import.meta.url));

export type SyncCount =
  | { readonly commits: number; readonly syncs: number }
  | { readonly commits: number; readonly syncs: null; readonly why: string };

/**
 * How often the kernel was asked to put something on disk for `COMMITS` commits, counted from outside by strace. What
 * opening costs is counted by itself and taken away.
 */
export function syncsOf(contestant: string): SyncCount {
  const idle = counted(contestant, 0);
  if (typeof idle === 'string') return { commits: COMMITS, syncs: null, why: idle };
  const busy = counted(contestant, COMMITS);
  if (typeof busy === 'string') return { commits: COMMITS, syncs: null, why: busy };
  return { commits: COMMITS, syncs: busy - idle };
}

/** The reason where it can't be counted. */
function counted(contestant: string, commits: number): number | string {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  const summary = join(folder, 'syscalls');
  try {
    const { error, status, stderr } = spawnSync(
      'strace',
      [
        ...['-f', '-c', '-e', 'trace=fsync,fdatasync', '-o', summary],
        ...[process.execPath, PROGRAM, contestant, folder, String(commits)],
      ],
      { encoding: 'utf8' },
    );
    if (error) return 'code' in error && error.code === 'ENOENT' ? 'strace is not installed' : error.message;
    if (status !== 0) return `strace ended with status ${status}: ${stderr.trim().split('\n')[0]}`;
    return countSyncs(readFileSync(summary, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
