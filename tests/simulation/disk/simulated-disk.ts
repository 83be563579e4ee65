import { dirname } from 'node:path';
import type { Disk } from '../../../main/core/store/disk.ts';
import { type DiskAct, type DiskFigures, noFigures } from './disk-act.ts';
import { DiskFile } from './disk-file.ts';
import { FileNames } from './file-names.ts';
import { Life } from './life.ts';
import { MountedDisk } from './mounted-disk.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

export interface SimulatedDiskOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told before each act; where it cuts the power, that act does not happen. */
  readonly onAct?: (act: DiskAct) => void;
  /** Files it holds from the start, synced: another disk's image. */
  readonly image?: readonly FileImage[];
}

/** One file of an image. */
export interface FileImage {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Permission bits. */
  readonly mode: number;
}

/**
 * One kiosk's disk in memory: what was not synced is lost when the power fails, a sector at a time. It is used
 * through `mount()`, once for each start of the machine; what a mounted disk gave out ends with it.
 */
export class SimulatedDisk {
  readonly now: () => number;
  readonly names = new FileNames();
  readonly folders = new Set(['/']);
  readonly figures: DiskFigures = noFigures();
  /** No file can grow. */
  full = false;
  /** Nothing can be written, as after a file system's own error. */
  readOnly = false;
  onAct: ((act: DiskAct) => void) | null;
  readonly #engine: SqliteEngine;
  readonly #lives = new Set<Life>();

  constructor(engine: SqliteEngine, { now, onAct, image = [] }: SimulatedDiskOptions) {
    this.#engine = engine;
    this.now = now;
    this.onAct = onAct ?? null;
    for (const { path, bytes, mode } of image) {
      const file = new DiskFile(mode, now());
      file.write(0, bytes, now());
      file.sync();
      this.addFolder(dirname(path));
      this.names.add(path, file);
      this.names.syncFolder(dirname(path));
    }
  }

  /** The disk as a program sees it that starts now. A second one at the same time is a second process. */
  mount(): Disk {
    const life = new Life(this);
    this.#lives.add(life);
    return new MountedDisk(life, this.#engine);
  }

  /** Everything that was not synced is lost, or not, as `random` (from 0 up to 1) says. */
  powerCut(random: () => number): void {
    this.figures.cuts += 1;
    this.#endLives('the power failed');
    const files = new Set(this.names.entries().map(([, file]) => file));
    this.names.cutPower(random);
    for (const [, file] of this.names.entries()) files.add(file);
    for (const file of files) file.cutPower(random, this.figures);
  }

  /** The process ends, the machine goes on: what was written stays, what was open is closed. */
  kill(): void {
    this.#endLives('the process was killed');
  }

  /** A byte goes bad on the medium. */
  rot(path: string, offset: number): void {
    this.names.get(path)?.rot(offset);
  }

  /** Every file with the bytes a program would read, synced or not; copies, in order of their paths. */
  image(): FileImage[] {
    return this.names
      .entries()
      .map(([path, file]) => ({ path, bytes: file.content.slice(), mode: file.mode }));
  }

  /** Certain at once, with every folder above it. */
  addFolder(path: string): void {
    for (let folder = path; !this.folders.has(folder); folder = dirname(folder)) this.folders.add(folder);
  }

  hasFolderOf(path: string): boolean {
    return this.folders.has(dirname(path));
  }

  #endLives(reason: string): void {
    for (const life of this.#lives) life.end(reason);
    this.#lives.clear();
  }
}
