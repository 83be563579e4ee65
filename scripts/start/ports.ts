import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { commandOf } from './earlier-start.ts';

export interface PortHolder {
  readonly pid: number;
  readonly command: string;
}

/** Whether a port of 127.0.0.1 can be had. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Who listens on a TCP port, as far as this user may see (/proc of Linux); null where it stays unknown. */
export function holderOf(port: number): PortHolder | null {
  const inodes = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)),
  );
  if (inodes.size === 0) return null;
  for (const name of names('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const holds = names(`/proc/${pid}/fd`).some((fd) => inodes.has(linkOf(`/proc/${pid}/fd/${fd}`)));
    if (holds) return { pid, command: commandOf(pid) };
  }
  return null;
}

/** Rows of /proc/net/tcp: local address in hex with the port after a colon, state 0A for listening, inode tenth. */
function listeningInodes(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return textOf(table)
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter((cells) => cells[1]?.endsWith(`:${hex}`) && cells[3] === '0A')
    .map((cells) => `socket:[${cells[9]}]`);
}

// Processes come and go while we look, and some are not ours to look into.
const textOf = (path: string): string => orElse('', () => readFileSync(path, 'utf8'));
const linkOf = (path: string): string => orElse('', () => readlinkSync(path));
const names = (path: string): string[] => orElse([], () => readdirSync(path));

function orElse<T>(otherwise: T, look: () => T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
