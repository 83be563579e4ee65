import { beforeAll, describe, expect, it } from 'vitest';
import { PowerCut } from './power-cut.ts';
import { createDiskEngine, type SqliteEngine } from './sqlite-engine.ts';
import { accept, heldOf, storeOn } from './storekeeping.ts';

const FOLDER = '/kiosk';
let engine: SqliteEngine;
beforeAll(async () => {
  engine = await createDiskEngine();
});
const newDisk = () => engine.newDisk({ now: () => 5 });
const codeOf = (act: () => unknown): unknown => {
  try {
    act();
    return 'nothing was thrown';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('a disk in trouble', () => {
  it('full: what does not fit is refused whole, and goes on once there is room', () => {
    const disk = newDisk();
    const store = storeOn(disk.mount(), FOLDER);
    accept(store, 0);
    disk.full = true;
    expect(codeOf(() => accept(store, 1))).toBe('SQLITE_FULL');
    expect(codeOf(() => disk.mount().write(`${FOLDER}/x`, Buffer.from('x')))).toBe('ENOSPC');
    expect([0, 1].map((number) => heldOf(store, number))).toEqual(['waiting', 'nothing']);
    disk.full = false;
    accept(store, 1);
    disk.powerCut(() => 0.5);
    const after = storeOn(disk.mount(), FOLDER);
    expect([0, 1].map((number) => heldOf(after, number))).toEqual(['waiting', 'waiting']);
  });

  it('full at the start: the log needs its index, so the store does not open', () => {
    const disk = newDisk();
    storeOn(disk.mount(), FOLDER);
    disk.powerCut(() => 0.5);
    disk.full = true;
    expect(codeOf(() => storeOn(disk.mount(), FOLDER))).toBe('SQLITE_IOERR_SHMSIZE');
    disk.full = false;
    expect(storeOn(disk.mount(), FOLDER).recovery).toBeNull();
  });

  it('read-only: what is there can be read, nothing changes', () => {
    const disk = newDisk();
    const store = storeOn(disk.mount(), FOLDER);
    accept(store, 0);
    disk.readOnly = true;
    expect(codeOf(() => accept(store, 1))).toBe('SQLITE_IOERR_WRITE');
    expect([0, 1].map((number) => heldOf(store, number))).toEqual(['waiting', 'nothing']);
    const mount = disk.mount();
    const key = `${FOLDER}/store.key`;
    const changes = [
      () => mount.write(key, Buffer.from('x')),
      () => mount.rename(key, `${key}.x`),
      () => mount.remove(key),
      () => mount.makeFolder('/other'),
    ];
    expect(changes.map(codeOf)).toEqual(['EROFS', 'EROFS', 'EROFS', 'EROFS']);
    expect(mount.read(key).length).toBe(64);
    disk.kill();
    expect(codeOf(() => storeOn(disk.mount(), FOLDER))).toBe('SQLITE_CANTOPEN');
    disk.readOnly = false;
    expect(heldOf(storeOn(disk.mount(), FOLDER), 0)).toBe('waiting');
  });

  it('a page that went bad is found, and the backup takes the place of the file', () => {
    const disk = newDisk();
    const store = storeOn(disk.mount(), FOLDER);
    accept(store, 0);
    store.backUp();
    store.close();
    for (let offset = 4096; offset < 40_000; offset += 8) disk.rot(`${FOLDER}/store.db`, offset);
    const after = storeOn(disk.mount(), FOLDER);
    expect(after.recovery).toMatchObject({ reason: 'damaged', backupAt: 5 });
    expect(heldOf(after, 0)).toBe('waiting');
  });

  it('two processes: only one writes, and the other is told at once', () => {
    const disk = newDisk();
    const [one, other] = [disk.mount(), disk.mount()].map((mount) => mount.openDatabase('/shared.db', 2_000));
    if (!one || !other) throw new Error('no database');
    one.script('PRAGMA journal_mode = WAL; CREATE TABLE held (id INTEGER PRIMARY KEY) STRICT');
    one.script('BEGIN IMMEDIATE; INSERT INTO held VALUES (1)');
    expect(codeOf(() => other.script('BEGIN IMMEDIATE'))).toBe('SQLITE_BUSY');
    expect(other.prepare('SELECT id FROM held').all({})).toEqual([]);
    one.script('COMMIT');
    expect(other.prepare('SELECT id FROM held').all({})).toEqual([{ id: 1 }]);
  });

  it('what is missing has no name, and a file needs a folder', () => {
    const mount = newDisk().mount();
    expect(codeOf(() => mount.read('/nothing'))).toBe('ENOENT');
    expect(codeOf(() => mount.write('/nowhere/x', Buffer.from('x')))).toBe('ENOENT');
    expect(codeOf(() => mount.openDatabase('/nowhere/x.db', 0))).toBe('SQLITE_CANTOPEN');
    expect([mount.mode('/nothing'), mount.modifiedAt('/nothing'), mount.exists('/nothing')]).toEqual([
      null,
      null,
      false,
    ]);
    mount.remove('/nothing');
  });
});

describe('who watches the disk', () => {
  it('gets back what it throws, and the database goes on', () => {
    const disk = newDisk();
    const database = disk.mount().openDatabase('/a.db', 0);
    database.script('CREATE TABLE held (id INTEGER PRIMARY KEY) STRICT');
    disk.onAct = () => {
      throw new TypeError('a mistake of the watcher');
    };
    expect(() => database.script('INSERT INTO held VALUES (1)')).toThrow('a mistake of the watcher');
    disk.onAct = null;
    database.script('INSERT INTO held VALUES (2)');
    expect(database.prepare('SELECT id FROM held').all({})).toEqual([{ id: 2 }]);
  });

  it('sees every byte a program wrote, synced or not, before it is lost', () => {
    const disk = newDisk();
    const mount = disk.mount();
    const written: string[] = [];
    disk.onAct = ({ kind, path, bytes }) => {
      written.push(`${kind} ${path} ${bytes}`);
      if (kind === 'sync') {
        expect(disk.image().map((file) => Buffer.from(file.bytes).toString())).toEqual(['canary']);
        disk.powerCut(() => 0.1);
      }
    };
    expect(() => mount.write('/x', Buffer.from('canary'))).toThrow(PowerCut);
    expect(written).toEqual(['create /x 0', 'write /x 6', 'sync /x 0']);
    expect(disk.figures).toMatchObject({ writes: 1, bytes: 6, syncs: 0, cuts: 1, lostWrites: 1 });
    expect(disk.image()).toEqual([]);
  });
});
