import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../virtual-clock.ts';
import { Connection } from './connection.ts';
import { IN_MACHINE, MOVES } from './custody-places.ts';
import type { Database, Disk } from './disk.ts';
import { MIGRATIONS } from './migrations.ts';
import { openStore } from './open-store.ts';
import { schemaDigest } from './schema-digest.ts';
import { systemDisk } from './system-disk.ts';

interface OldCard {
  readonly card: string;
  readonly origin: 'blank' | 'resident';
  readonly places: readonly string[];
}

const NEW_PLACES = ['emptied', 'missing'];

/** Which of the moves that are possible is made each time; cards take turns. */
const ledgers = fc.record({
  loads: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 }),
  cards: fc.array(
    fc.record({
      origin: fc.constantFrom('blank' as const, 'resident' as const),
      choices: fc.array(fc.nat(20), { maxLength: 5 }),
    }),
    { maxLength: 12 },
  ),
});

function path(origin: OldCard['origin'], choices: readonly number[]): string[] {
  const places: string[] = [origin === 'blank' ? 'transport' : 'latched'];
  for (const choice of choices) {
    const next = MOVES[places.at(-1) as keyof typeof MOVES].filter((to) => !NEW_PLACES.includes(to));
    const to = next[choice % Math.max(1, next.length)];
    if (to !== undefined) places.push(to);
  }
  return places;
}

/** A store as the software before this schema left it. */
function writeVersion2(folder: string, loads: readonly number[], cards: readonly OldCard[]): void {
  storeIn(folder).close();
  for (const file of readdirSync(folder).filter((name) => name.startsWith('store.db'))) {
    rmSync(join(folder, file));
  }
  const old = new Connection(systemDisk, join(folder, 'store.db'));
  old.script('CREATE TABLE store_schema (version INTEGER PRIMARY KEY, digest TEXT NOT NULL) STRICT');
  for (const { version, sql } of MIGRATIONS.slice(0, 2)) {
    old.script(sql);
    old.run('INSERT INTO store_schema VALUES (:version, :digest)', { version, digest: schemaDigest(old) });
  }
  for (const blanks of loads) {
    old.run('INSERT INTO custody_load (at, blanks, reason) VALUES (1, :blanks, :reason)', {
      blanks,
      reason: 'commissioned',
    });
  }
  for (const { card, origin } of cards) {
    old.run('INSERT INTO custody_card (card, origin) VALUES (:card, :origin)', { card, origin });
  }
  const longest = Math.max(0, ...cards.map(({ places }) => places.length));
  for (let turn = 0; turn < longest; turn += 1) {
    for (const { card, places } of cards) {
      const place = places[turn];
      if (place === undefined) continue;
      old.run('INSERT INTO custody_move (card, at, place, reason) VALUES (:card, 2, :place, :reason)', {
        card,
        place,
        reason: `move-${turn}`,
      });
    }
  }
  old.close();
}

describe('a ledger of the software before', () => {
  it('INV-3 has every card at its last place, with its reason, its moves and its load', () => {
    fc.assert(
      fc.property(ledgers, ({ loads, cards }) => {
        const known = cards.map(({ origin, choices }, at) => ({
          card: `c-${(7 * at) % 13}`,
          origin,
          places: path(origin, choices),
        }));
        const folder = newFolder();
        writeVersion2(folder, loads, known);
        const { custody, close } = storeIn(folder);
        const at = (origin: string, place: string) =>
          known.filter((card) => card.origin === origin && card.places.at(-1) === place).length;
        const counts = custody.counts();
        const loaded = loads.reduce((sum, blanks) => sum + blanks, 0);
        const blanks = known.filter(({ origin }) => origin === 'blank').length;
        expect(counts).toMatchObject({ loaded, stock: loaded - blanks + at('blank', 'stock') });
        for (const [place, cards] of Object.entries(counts.blanks)) expect(cards).toBe(at('blank', place));
        for (const [place, cards] of Object.entries(counts.ownCards)) {
          expect(cards).toBe(at('resident', place));
        }
        for (const { card, places } of known) {
          expect(custody.find(card)).toMatchObject({
            place: places.at(-1),
            reason: `move-${places.length - 1}`,
          });
          expect(custody.moves(card).map(({ place }) => place)).toEqual(places);
        }
        const inside = known.filter(
          ({ origin, places }) => origin === 'blank' && IN_MACHINE.some((place) => place === places.at(-1)),
        );
        expect(inside.map(({ card }) => card).includes(custody.inMachine('blank')?.card ?? '')).toBe(
          inside.length > 0,
        );
        const last = known.findLast(({ origin }) => origin === 'resident');
        expect(custody.lostFromSight()?.card).toBe(last?.places.at(-1) === 'unknown' ? last.card : undefined);
        close();
      }),
      { numRuns: 15 },
    );
  });

  it('INV-3 goes on: a card that was inside moves, a newer one comes after it', () => {
    const folder = newFolder();
    writeVersion2(folder, [5], [{ card: 'o-1', origin: 'resident', places: ['latched', 'gate'] }]);
    const { custody } = storeIn(folder);
    custody.move('o-1', 'given-back', 'taken-by-its-owner');
    const next = custody.acceptOwnCard('accepted');
    custody.move(next, 'unknown', 'found-gone');
    custody.load(2, 'replenished');
    expect(custody.lostFromSight()?.card).toBe(next);
    expect(custody.counts()).toMatchObject({ loaded: 7, stock: 7 });
    expect(custody.counts().ownCards).toMatchObject({ 'given-back': 1, unknown: 1, gate: 0 });
  });
});

/** The machine's disk, which notes every statement it is asked for. */
function listening(): { disk: Disk; heard: string[]; plan: (sql: string) => string } {
  const heard: string[] = [];
  let opened: Database | null = null;
  const disk: Disk = {
    ...systemDisk,
    openDatabase(path, patience) {
      const database = systemDisk.openDatabase(path, patience);
      opened = database;
      return {
        prepare(sql) {
          heard.push(sql);
          return database.prepare(sql);
        },
        script: (sql) => database.script(sql),
        close: () => database.close(),
        get inTransaction() {
          return database.inTransaction;
        },
      };
    },
  };
  const plan = (sql: string) => {
    const nothing = Object.fromEntries([...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]));
    const steps = opened?.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(nothing) ?? [];
    return steps.map(({ detail }) => String(detail)).join('\n');
  };
  return { disk, heard, plan };
}

describe('the cost of custody', () => {
  it('INV-3 is looked up without a walk through the cards there have been', () => {
    const { disk, heard, plan } = listening();
    const opened = openStore({
      folder: newFolder(),
      clock: new VirtualClock(),
      entropy: seededEntropy(1),
      disk,
    });
    if (!opened.ok) throw new Error(opened.error.message);
    const { custody } = opened.value;
    heard.length = 0;
    custody.load(3, 'replenished');
    custody.move(custody.takeBlank(null as never, 'taken'), 'rejected', 'mute');
    custody.move(custody.acceptOwnCard('accepted'), 'unknown', 'jammed');
    custody.counts();
    custody.inMachine('blank');
    custody.lostFromSight();
    custody.at('blank', 'rejected');
    const reads = heard.filter((sql) => sql.includes('SELECT'));
    expect(reads.length).toBeGreaterThan(5);
    for (const sql of reads) expect(plan(sql), sql).not.toMatch(/SCAN custody_(card|move)/);
  });
});
