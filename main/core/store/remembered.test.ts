import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connection } from './connection.ts';
import { systemDisk } from './system-disk.ts';
import { WrittenTables } from './written-tables.ts';

describe('what a connection remembers', () => {
  let folder = '';
  let connection: Connection;
  let reads = 0;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'remembered-'));
    connection = new Connection(systemDisk, join(folder, 'store.db'));
    connection.script('CREATE TABLE card (place TEXT); CREATE TABLE other (place TEXT)');
    reads = 0;
  });
  afterEach(() => {
    connection.close();
    rmSync(folder, { recursive: true });
  });

  const counting = () =>
    connection.remembered(['card'], () => {
      reads += 1;
      return Number(connection.get('SELECT COUNT(*) AS cards FROM card')?.cards);
    });
  const addCard = () => connection.run("INSERT INTO card (place) VALUES ('gate')");

  it('INV-3 is read once, and again after a write to its table alone', () => {
    const cards = counting();
    expect([cards(), cards(), reads]).toEqual([0, 0, 1]);
    connection.run("INSERT INTO other (place) VALUES ('gate')");
    expect([cards(), reads]).toEqual([0, 1]);
    addCard();
    expect([cards(), cards(), reads]).toEqual([1, 1, 2]);
    connection.run("UPDATE card SET place = 'stock'");
    expect([cards(), reads]).toEqual([1, 3]);
  });

  it('INV-3 is read again after what it read was rolled back', () => {
    const cards = counting();
    const within: number[] = [];
    const failing = () =>
      connection.transaction(() => {
        addCard();
        within.push(cards());
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect([within, cards()]).toEqual([[1], 0]);
  });

  it('INV-3 is read again after a script, which may have written anything', () => {
    const cards = counting();
    cards();
    connection.script("INSERT INTO card (place) VALUES ('gate')");
    expect(cards()).toBe(1);
  });

  it.each([
    ['INSERT INTO card (place) VALUES (1)', 'card'],
    ['INSERT OR IGNORE INTO Card (place) VALUES (1)', 'card'],
    ['\n  UPDATE card SET place = 1', 'card'],
    ['DELETE FROM card WHERE place = 1', 'card'],
    ['BEGIN IMMEDIATE', null],
    ['COMMIT', null],
    ['SELECT 1', null],
    ['ROLLBACK', 'everything'],
    ['REPLACE INTO card VALUES (1)', 'everything'],
    ['WITH one AS (SELECT 1) DELETE FROM card', 'everything'],
    ['VACUUM INTO :path', 'everything'],
  ])('%s writes to %s', (sql, table) => {
    expect(WrittenTables.of(sql)).toBe(table);
  });
});
