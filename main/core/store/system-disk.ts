import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Database, Disk, Row } from './disk.ts';

/** The machine's own disk, with better-sqlite3 as the engine. */
export const systemDisk: Disk = {
  openDatabase: (path, busyTimeoutMs) =>
    overBetterSqlite(new BetterSqlite3(path, { timeout: busyTimeoutMs })),
  makeFolder(path) {
    const first = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    // Without this a power cut may take the folder away, and every synced file in it.
    const above = dirname(resolve(first));
    for (let made = resolve(path); made !== above; made = dirname(made)) sync(dirname(made));
  },
  exists: (path) => existsSync(path),
  modifiedAt: (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null,
  mode(path) {
    const status = statSync(path, { throwIfNoEntry: false });
    return status ? status.mode & 0o777 : null;
  },
  read: (path) => readFileSync(path),
  write(path, content) {
    const file = openSync(path, 'w', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  copy: (from, to) => copyFileSync(from, to),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { force: true }),
  restrict: (path) => chmodSync(path, 0o600),
  syncFile: sync,
  syncFolder: sync,
};

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function overBetterSqlite(sqlite: BetterSqlite3.Database): Database {
  return {
    prepare(sql) {
      const statement = sqlite.prepare<unknown[], Row>(sql);
      return {
        run: (parameters) => statement.run(parameters).changes,
        get: (parameters) => statement.get(parameters),
        all: (parameters) => statement.all(parameters),
      };
    },
    script: (sql) => void sqlite.exec(sql),
    get inTransaction() {
      return sqlite.inTransaction;
    },
    close: () => void sqlite.close(),
  };
}
