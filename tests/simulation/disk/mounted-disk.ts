import { normalize } from 'node:path';
import type { Database, Disk } from '../../../main/core/store/disk.ts';
import type { DiskAct } from './disk-act.ts';
import { DiskFile } from './disk-file.ts';
import type { Life } from './life.ts';
import { FileTrouble } from './power-cut.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** One life's way to the disk. Every method throws `PowerCut` once that life is over. */
export class MountedDisk implements Disk {
  readonly #life: Life;
  readonly #engine: SqliteEngine;

  constructor(life: Life, engine: SqliteEngine) {
    this.#life = life;
    this.#engine = engine;
  }

  /** Nobody could let go of a held file meanwhile, so nothing is waited for: `SQLITE_BUSY` comes at once. */
  openDatabase(path: string, _busyTimeoutMs: number): Database {
    this.#life.check();
    return this.#engine.open(this.#life, path);
  }

  /** Certain at once, with every folder above it. */
  makeFolder(path: string): void {
    this.#life.check();
    const { disk } = this.#life;
    const whole = normalize(path);
    if (disk.folders.has(whole)) return;
    this.#act('make-folder', whole, 0);
    disk.addFolder(whole);
  }

  exists(path: string): boolean {
    this.#life.check();
    return this.#life.disk.names.get(path) !== undefined || this.#life.disk.folders.has(path);
  }

  modifiedAt(path: string): number | null {
    this.#life.check();
    return this.#life.disk.names.get(path)?.modifiedAt ?? null;
  }

  mode(path: string): number | null {
    this.#life.check();
    return this.#life.disk.names.get(path)?.mode ?? null;
  }

  read(path: string): Uint8Array {
    return Buffer.from(this.#file(path).content);
  }

  write(path: string, content: Uint8Array): void {
    const file = this.#emptied(path, 0o600);
    this.#fill(file, path, content);
    this.#sync(file, path);
  }

  copy(from: string, to: string): void {
    const source = this.#file(from);
    this.#fill(this.#emptied(to, source.mode), to, source.content);
  }

  rename(from: string, to: string): void {
    const file = this.#file(from);
    this.#act('rename', from, 0);
    if (from !== to) this.#life.disk.names.rename(from, to, file);
  }

  remove(path: string): void {
    this.#life.check();
    if (this.#life.disk.names.get(path) === undefined) return;
    this.#act('remove', path, 0);
    this.#life.disk.names.remove(path);
  }

  restrict(path: string): void {
    const file = this.#file(path);
    if (file.mode === 0o600) return;
    this.#act('restrict', path, 0);
    file.mode = 0o600;
  }

  syncFile(path: string): void {
    this.#sync(this.#file(path), path);
  }

  syncFolder(path: string): void {
    this.#life.check();
    if (!this.#life.disk.folders.has(path)) throw new FileTrouble('ENOENT', path);
    if (!this.#life.begins('sync-folder', path, 0)) this.#life.check();
    this.#life.disk.figures.syncs += 1;
    this.#life.disk.names.syncFolder(path);
  }

  #file(path: string): DiskFile {
    this.#life.check();
    const file = this.#life.disk.names.get(path);
    if (!file) throw new FileTrouble('ENOENT', path);
    return file;
  }

  /** The file without content, made where it is missing. */
  #emptied(path: string, mode: number): DiskFile {
    this.#life.check();
    const { disk } = this.#life;
    const held = disk.names.get(path);
    if (held) {
      this.#act('truncate', path, 0);
      held.truncate(0, disk.now());
      return held;
    }
    if (!disk.hasFolderOf(path)) throw new FileTrouble('ENOENT', path);
    this.#act('create', path, 0);
    const made = new DiskFile(mode, disk.now());
    disk.names.add(path, made);
    return made;
  }

  #fill(file: DiskFile, path: string, content: Uint8Array): void {
    const { disk } = this.#life;
    if (disk.full && content.length > 0) throw new FileTrouble('ENOSPC', path);
    this.#act('write', path, content.length);
    disk.figures.writes += 1;
    disk.figures.bytes += content.length;
    file.write(0, content, disk.now());
  }

  #sync(file: DiskFile, path: string): void {
    if (!this.#life.begins('sync', path, 0)) this.#life.check();
    this.#life.disk.figures.syncs += 1;
    file.sync();
  }

  /** An act that changes something. */
  #act(kind: DiskAct['kind'], path: string, bytes: number): void {
    if (this.#life.disk.readOnly) throw new FileTrouble('EROFS', path);
    if (!this.#life.begins(kind, path, bytes)) this.#life.check();
  }
}
