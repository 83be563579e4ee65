/**
 * Calls of fsync and fdatasync in the table `strace -c` writes: `% time, seconds, usecs/call, calls, [errors], syscall`.
 * An empty table means that there were none.
 */
export function countSyncs(summary: string): number {
  return summary
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => ['fsync', 'fdatasync'].includes(columns.at(-1) ?? ''))
    .reduce((calls, columns) => calls + Number(columns[3]), 0);
}
