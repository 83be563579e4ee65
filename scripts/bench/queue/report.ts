import type { DrainFigures } from './drain/drains.ts';
import type { Entry } from './enqueue-figures.ts';
import type { RecoveryFigures } from './recovery/recovery.ts';

/** The figures as a person reads them; the JSON on the last line has them all. */
export function tellEnqueue(entries: readonly Entry[]): string {
  return table(
    ['one item per commit', 'per second', 'p50 ms', 'p99 ms', 'syncs/commits'],
    entries.map((entry) => [
      entry.name,
      entry.perSecond,
      entry.p50Ms,
      entry.p99Ms,
      entry.syncs === null ? entry.why : `${entry.syncs}/${entry.commits}`,
    ]),
  );
}

export function tellDrains(drains: readonly DrainFigures[]): string {
  return table(
    [
      'drain against',
      'items',
      'bare/s',
      's',
      's with poison',
      'later p50/p99 ms',
      'longest pause ms',
      'out of order',
    ],
    drains.map((drain) => [
      drain.against,
      drain.through ? drain.items : `${drain.items}, not through`,
      drain.bareRequestsPerSecond,
      drain.seconds,
      drain.secondsWithPoison,
      `${drain.laterByPoison.p50Ms} / ${drain.laterByPoison.p99Ms}`,
      `${drain.longestPauseMs} / ${drain.longestPauseWithPoisonMs}`,
      drain.outOfOrder,
    ]),
  );
}

export function tellRecovery(recovery: RecoveryFigures): string {
  const { firstScreenMs } = recovery;
  return table(
    ['after a power cut, 10,000 queued', 'ms'],
    [
      ['raw: open, check and read the rows', recovery.rawMs],
      ['open the store', recovery.openMs],
      [`next step of ${recovery.openTransactions} open transactions`, recovery.decideMs],
      ['first screen, empty store', firstScreenMs.emptyStore],
      ['first screen, link down', firstScreenMs.linkDown],
      ['first screen, link up', firstScreenMs.linkUp],
    ],
  );
}

/** Columns as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}
