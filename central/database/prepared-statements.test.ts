import SqliteConnection from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { preparedOnce } from './prepared-statements.ts';

function bench() {
  const connection = new SqliteConnection(':memory:');
  connection.exec('create table note (id integer primary key, words text) strict');
  const prepare = vi.spyOn(connection, 'prepare');
  return { connection, prepare, database: preparedOnce(connection) };
}

describe('statements that are kept', () => {
  it('are prepared once and run as often as they are asked for', () => {
    const { database, prepare } = bench();
    for (let time = 1; time <= 3; time += 1)
      database.prepare('insert into note (words) values (?)').run([`${time}`]);
    expect(database.prepare('select words from note').all([])).toHaveLength(3);
    expect(database.prepare('select words from note').all([])).toHaveLength(3);
    expect(prepare).toHaveBeenCalledTimes(2);
    database.close();
  });

  it('are forgotten where the schema changes, so that all columns are seen', () => {
    const { database } = bench();
    database.prepare('insert into note (words) values (?)').run(['one']);
    expect(database.prepare('select * from note').all([])).toEqual([{ id: 1, words: 'one' }]);
    database.prepare('alter table note add column mark text').run([]);
    expect(database.prepare('select * from note').all([])).toEqual([{ id: 1, words: 'one', mark: null }]);
    database.close();
  });

  it('are never more than some hundreds', () => {
    const { database, prepare } = bench();
    for (let time = 0; time < 600; time += 1) database.prepare(`select ${time} as n`).all([]);
    expect(database.prepare('select 599 as n').all([])).toEqual([{ n: 599 }]);
    expect(prepare).toHaveBeenCalledTimes(600);
    database.prepare('select 1 as n').all([]);
    expect(prepare).toHaveBeenCalledTimes(601);
    database.close();
  });
});
