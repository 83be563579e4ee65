import { dirname } from 'node:path';
import type { DiskFile } from './disk-file.ts';

/** One change of names that a file system makes whole or not at all: a rename is two names at once. */
type NameChange = readonly (readonly [path: string, file: DiskFile | null])[];

/**
 * Which file has which name. New, changed and removed names are certain only after their folder was synced; at a cut
 * each change survives or not for itself, as POSIX allows.
 */
export class FileNames {
  readonly #present = new Map<string, DiskFile>();
  readonly #durable = new Map<string, DiskFile>();
  #unsynced: NameChange[] = [];

  get(path: string): DiskFile | undefined {
    return this.#present.get(path);
  }

  entries(): [string, DiskFile][] {
    return [...this.#present].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  add(path: string, file: DiskFile): void {
    this.#change([[path, file]]);
  }

  remove(path: string): void {
    this.#change([[path, null]]);
  }

  rename(from: string, to: string, file: DiskFile): void {
    this.#change([
      [to, file],
      [from, null],
    ]);
  }

  syncFolder(folder: string): void {
    if (this.#unsynced.length === 0) return;
    const others: NameChange[] = [];
    for (const change of this.#unsynced) {
      if (change.some(([path]) => dirname(path) === folder)) assign(this.#durable, change);
      else others.push(change);
    }
    this.#unsynced = others;
  }

  cutPower(random: () => number): void {
    if (this.#unsynced.length === 0) return;
    const odds = 1.5 * random() - 0.25;
    for (const change of this.#unsynced) if (random() < odds) assign(this.#durable, change);
    this.#unsynced = [];
    this.#present.clear();
    for (const [path, file] of this.#durable) this.#present.set(path, file);
  }

  #change(change: NameChange): void {
    assign(this.#present, change);
    this.#unsynced.push(change);
  }
}

function assign(names: Map<string, DiskFile>, change: NameChange): void {
  for (const [path, file] of change) {
    if (file) names.set(path, file);
    else names.delete(path);
  }
}
