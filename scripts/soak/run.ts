import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCrashPack } from '../crash/crash-pack.ts';
import { type Dice, seededDice } from '../crash/dice.ts';
import { type Manner, newPerson } from '../crash/person.ts';
import { playVisit } from '../crash/play-visit.ts';
import { type VisitName, visitNamed } from '../crash/visits.ts';
import { readKioskLedger } from '../world/kiosk-ledger.ts';
import { startSurroundings } from '../world/surroundings.ts';
import { fileBytes, processFigures } from './process-figures.ts';
import { startSoakedKiosk } from './soaked-kiosk.ts';
import { openSoakedPage } from './soaked-page.ts';
import { type Point, type Trend, trendOf } from './trend.ts';

export interface SoakOptions {
  readonly sessions: number;
  readonly seed: number;
  /** Sessions between two looks. */
  readonly lookEvery: number;
  readonly page: boolean;
  readonly rendererDirectory: string;
  readonly say: (text: string) => void;
}

export interface SoakReport {
  readonly sessions: number;
  readonly seconds: number;
  /** Sessions that came to no end; each with its sentence in `say`. */
  readonly stuck: number;
  /** Cores that ended by themselves. */
  readonly coreEnds: number;
  readonly pageComplaints: number;
  readonly openTransactions: number;
  readonly deadLetters: number;
  readonly trends: Readonly<Record<string, Trend>>;
  /** Milliseconds from touch to next view: of the first look's window, and of the last's. */
  readonly touchMs: { readonly first: Spread; readonly last: Spread };
}

interface Spread {
  readonly p50: number;
  readonly p99: number;
}

/** What people come for, by weight: cards are made now and then, so that blanks last. */
const COMES_FOR: readonly (readonly [VisitName, number])[] = [
  ['apply-to-outlet', 23],
  ['activate', 20],
  ['temporary-loss', 15],
  ['undo-loss', 10],
  ['certify', 15],
  ['contact-data', 12],
  ['formal-loss', 1],
  ['replace', 1],
  ['swap', 1],
];
/** Of a hundred people so many go away in the middle. */
const LEAVE_OF_100 = 10;
const WILLING: Manner = { takesCards: true, pays: 'pay', comesBack: true };
const QUIET = { chipFails: false, linkCut: false, exchangeBreaks: null } as const;
/** Cards for the few who get one. */
const BLANKS = 900;

const WEIGHTED: readonly VisitName[] = COMES_FOR.flatMap(([name, weight]) => Array(weight).fill(name));

/** Thousands of sessions on one core and one page that nobody restarts. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { sessions, lookEvery, say } = options;
  const dice: Dice = seededDice(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-soak-'));
  const world = await startSurroundings({
    folder,
    cards: 'direct',
    blanks: BLANKS,
    policyFile: writeCrashPack(folder),
  });
  const kiosk = await startSoakedKiosk(world, options.rendererDirectory);
  await kiosk.until(({ screen }) => screen === 'welcome', 60_000);
  const page = options.page ? await openSoakedPage(kiosk.url) : null;
  const looks = new Map<string, Point[]>();
  const spreads: Spread[] = [];
  const since = performance.now();
  let stuck = 0;
  const note = (at: number, figures: Readonly<Record<string, number>>) => {
    for (const [name, value] of Object.entries(figures)) {
      const points = looks.get(name) ?? [];
      points.push({ sessions: at, value });
      looks.set(name, points);
    }
  };
  const look = async (at: number) => {
    const latencies = kiosk.takeLatencies().sort((one, other) => one - other);
    const spread = { p50: share(latencies, 0.5), p99: share(latencies, 0.99) };
    spreads.push(spread);
    const core = processFigures(kiosk.corePid);
    const figures = {
      coreResidentBytes: core.residentBytes,
      coreHandles: core.handles,
      coreThreads: core.threads,
      storeBytes: ['store.db', 'store.db-wal']
        .map((name) => fileBytes(join(folder, 'kiosk', name)))
        .reduce((sum, bytes) => sum + bytes, 0),
      logBytes: fileBytes(join(folder, 'core.log')),
      ...(page && (await pageFigures(page))),
    };
    note(at, figures);
    say(`${at} sessions, ${minutes(since)} min: ${JSON.stringify({ ...figures, touch: spread })}`);
  };
  try {
    for (let at = 1; at <= sessions; at += 1) {
      const visit = visitNamed(dice.pick(WEIGHTED));
      const person = newPerson(visit, world.resident(dice.pick(visit.residents)), WILLING);
      await world.central.reset();
      world.hardware.idCardReader.removeCard();
      await world.hardware.socialCards.pull();
      await kiosk.until(({ screen }) => screen === 'welcome', 60_000);
      const leavesAt = dice.below(100) < LEAVE_OF_100 ? (['who-you-are', 'check-answers'] as const) : null;
      const played = await playVisit(
        { world, kiosk, killer: { kills: [] } },
        person,
        QUIET,
        leavesAt && dice.pick(leavesAt),
      );
      if (leavesAt) {
        person.leaves = true;
        await playVisit({ world, kiosk, killer: { kills: [] } }, person, QUIET, 'welcome');
      }
      if (played.problem !== null) {
        stuck += 1;
        say(`session ${at}, ${visit.name}: ${played.problem}`);
      }
      kiosk.forget();
      if (at === 1 || at % lookEvery === 0) await look(at);
    }
    const { openTransactions, deadLetters } = readKioskLedger(join(folder, 'kiosk'));
    return {
      sessions,
      seconds: Math.round((performance.now() - since) / 1_000),
      stuck,
      coreEnds: kiosk.coreEnds,
      pageComplaints: page?.complaints.length ?? 0,
      openTransactions,
      deadLetters,
      trends: Object.fromEntries([...looks].map(([name, points]) => [name, trendOf(points)])),
      touchMs: { first: spreads[1] ?? NO_SPREAD, last: spreads.at(-1) ?? NO_SPREAD },
    };
  } finally {
    await page?.close();
    await kiosk.stop();
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const NO_SPREAD: Spread = { p50: 0, p99: 0 };

async function pageFigures(page: Awaited<ReturnType<typeof openSoakedPage>>) {
  const { heapBytes, nodes, listeners, documents } = await page.figures();
  return { pageHeapBytes: heapBytes, pageNodes: nodes, pageListeners: listeners, pageDocuments: documents };
}

const share = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;

const minutes = (since: number): string => ((performance.now() - since) / 60_000).toFixed(1);
