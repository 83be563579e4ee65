import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Contestant } from './contestant.ts';
import { textAt } from './items.ts';

/**
 * The least that can be called durable: one prepared INSERT of the same bytes into a table without an index, in plain
 * better-sqlite3. What everything else is compared with.
 */
export const rawSqlite = (synchronous: 'FULL' | 'NORMAL'): Contestant => ({
  name: `raw ${synchronous}`,
  settings: `better-sqlite3, WAL, synchronous=${synchronous}, one table, no index, plain text`,
  async open(folder) {
    const database = new BetterSqlite3(join(folder, 'raw.db'));
    database.pragma('journal_mode = WAL');
    database.pragma(`synchronous = ${synchronous}`);
    database.exec('CREATE TABLE item (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
    const insert = database.prepare('INSERT INTO item (body) VALUES (?)');
    return {
      enqueue: (index) => {
        insert.run(textAt(index));
        return undefined;
      },
      close: () => {
        database.close();
      },
    };
  },
});
