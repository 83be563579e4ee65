import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { dayInShanghai } from '../../../../src/calendar/calendar-day.ts';
import { fictitiousResidents } from '../../../../src/fictitious-residents/residents.ts';
import { CentralDev } from '../../../world/central-dev.ts';
import { startProgram } from '../../../world/child-program.ts';
import { CentralBooks } from './central-books.ts';
import type { Outage, Poison } from './outage.ts';

/** Whom a kiosk brings its outbox to: a process of its own, over HTTP on loopback. */
export interface Centre {
  readonly url: string;
  /** One-time code for a kiosk. */
  readonly code: string;
  /** Items of this outage that are answered no more after it: poison nobody decides, and what waits behind it. */
  readonly leaves: number;
  /** Keys in the order in which they first came. */
  arrivals(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export type StartCentre = (outage: Outage, poisoned: boolean) => Promise<Centre>;

/** Neither leaves the outbox, whatever is tried: their residents' next items wait behind them. */
const NEVER_DECIDED: ReadonlySet<Poison | null> = new Set(['broken', 'undecided']);

const newFolder = () => mkdtempSync(join(tmpdir(), 'yikatong-bench-'));

/** The reference central service with its database at FULL. */
export const startCentral: StartCentre = async (outage, poisoned) => {
  const folder = newFolder();
  const central = await CentralDev.start(folder, fictitiousResidents(dayInShanghai(Date.now())));
  const books = new CentralBooks(folder);
  books.register(outage, poisoned);
  if (poisoned) books.poison(outage.items);
  return {
    url: central.url,
    code: await central.enrolmentCode(),
    leaves: poisoned
      ? outage.items.filter((item) => NEVER_DECIDED.has(item.poison) || NEVER_DECIDED.has(item.behind)).length
      : 0,
    arrivals: async () => books.arrivals(),
    async stop() {
      books.close();
      await central.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const WITHIN_MS = 10_000;

/** The program that only answers; its poison breaks the connection each time. */
export const startAnswerer: StartCentre = async (outage, poisoned) => {
  const folder = newFolder();
  const program = await startProgram(['scripts/bench/queue/drain/answerer.ts'], {
    logFile: join(folder, 'log'),
    readyWithinMs: WITHIN_MS,
  });
  const url = String(program.ready.address);
  const bad = outage.items.filter(({ poison }) => poisoned && poison !== null);
  await fetch(`${url}/poison`, { method: 'PUT', body: JSON.stringify(bad.map(({ key }) => key)) });
  return {
    url,
    code: 'one-time-code',
    leaves: outage.items.filter(({ poison, behind }) => poisoned && (poison ?? behind) !== null).length,
    arrivals: async () => z.array(z.string()).parse(await (await fetch(`${url}/arrivals`)).json()),
    async stop() {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
