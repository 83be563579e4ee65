import { readdirSync, readFileSync, statSync } from 'node:fs';

/** What the system says of a process. */
export interface ProcessFigures {
  /** Resident memory, bytes. */
  readonly residentBytes: number;
  /** Open files, sockets, pipes. */
  readonly handles: number;
  readonly threads: number;
}

/** Reads /proc. Throws where there is no such process. */
export function processFigures(pid: number): ProcessFigures {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return {
    residentBytes: field('VmRSS') * 1024,
    handles: readdirSync(`/proc/${pid}/fd`).length,
    threads: field('Threads'),
  };
}

/** Bytes of a file; 0 where there is none. */
export const fileBytes = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
