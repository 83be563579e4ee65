import { readFileSync } from 'node:fs';

/** USER_HZ: what the kernel counts processor time in, on every Linux of ours. */
const TICKS_PER_SECOND = 100;

/** Processor time a process has used, all of its threads, seconds. Throws where there is none. */
export function coreSecondsOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Resident memory, bytes. */
export function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1_024;
}
