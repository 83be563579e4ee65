import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInShanghai } from '../../../../src/calendar/calendar-day.ts';
import { fictitiousResidents } from '../../../../src/fictitious-residents/residents.ts';
import { CentralDev } from '../../../world/central-dev.ts';
import { median, rounded } from '../spread.ts';
import { copyStore } from './copy-store.ts';
import { startToFirstScreen } from './first-screen.ts';
import { type Known, knowWhatToDo } from './know-what-to-do.ts';
import { readEveryRow } from './read-every-row.ts';

const ROUNDS = 3;
/** Of the whole core, which takes seconds. */
const STARTS = 2;
/** Nobody listens there: the link is down. */
const NOWHERE = 'http://127.0.0.1:9';

export interface RecoveryFigures {
  /** Plain better-sqlite3: open, check and read the same rows, milliseconds. */
  readonly rawMs: number;
  readonly openMs: number;
  readonly decideMs: number;
  readonly openTransactions: number;
  readonly steps: Known['steps'];
  /** Start of the process to the first screen, milliseconds. */
  readonly firstScreenMs: {
    readonly emptyStore: number;
    readonly linkDown: number;
    readonly linkUp: number;
  };
}

/** `store` is a folder as a power cut left it. Medians of some rounds, each on copies of its own. */
export async function measureRecovery(store: string): Promise<RecoveryFigures> {
  const raw: number[] = [];
  const known: Known[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push(onCopy(store, readEveryRow));
    known.push(onCopy(store, knowWhatToDo));
  }
  const steps = known[0]?.steps ?? {};
  return {
    rawMs: rounded(median(raw)),
    openMs: rounded(median(known.map(({ openMs }) => openMs))),
    decideMs: rounded(median(known.map(({ decideMs }) => decideMs))),
    openTransactions: Object.values(steps).reduce((sum, count) => sum + count, 0),
    steps,
    firstScreenMs: await firstScreens(store),
  };
}

function onCopy<T>(store: string, measure: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  try {
    copyStore(store, folder);
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstScreens(store: string): Promise<RecoveryFigures['firstScreenMs']> {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-bench-'));
  const central = await CentralDev.start(folder, fictitiousResidents(dayInShanghai(Date.now())));
  const empty: number[] = [];
  const down: number[] = [];
  const up: number[] = [];
  try {
    for (let round = 0; round < STARTS; round += 1) {
      empty.push(await startToFirstScreen(null, NOWHERE, null));
      down.push(await startToFirstScreen(store, NOWHERE, null));
      up.push(await startToFirstScreen(store, central.url, await central.enrolmentCode()));
    }
  } finally {
    await central.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    emptyStore: rounded(median(empty)),
    linkDown: rounded(median(down)),
    linkUp: rounded(median(up)),
  };
}
