/** A row's columns, or a statement's parameters. */
export type Row = Record<string, string | number | bigint | Buffer | null>;

/** Prepared once, used for as long as its database is open. Blobs come back as `Buffer`. */
export interface Statement {
  /** How many rows it changed. */
  run(parameters: Row): number;
  get(parameters: Row): Row | undefined;
  all(parameters: Row): Row[];
}

/** One open SQLite file. Trouble is thrown as an `Error` whose `code` is SQLite's name for it (`SQLITE_FULL`). */
export interface Database {
  prepare(sql: string): Statement;
  /** Several statements without parameters. */
  script(sql: string): void;
  readonly inTransaction: boolean;
  close(): void;
}

/**
 * What the store needs of a disk: a kiosk has the machine's (`system-disk.ts`), the simulation one of its own that
 * forgets what was not synced when the power fails. Paths are whole; nothing here waits.
 */
export interface Disk {
  /** Opens or creates. Waits `busyTimeoutMs` for a file that another process holds. */
  openDatabase(path: string, busyTimeoutMs: number): Database;
  /** With every folder above it that is missing; they survive a power cut. */
  makeFolder(path: string): void;
  exists(path: string): boolean;
  /** Milliseconds since the epoch; null where there is no such file. */
  modifiedAt(path: string): number | null;
  /** Permission bits; null where there is no such file. */
  mode(path: string): number | null;
  read(path: string): Uint8Array;
  /** Readable by its owner alone; synced. A power cut in between may leave any part of it: rename it into place. */
  write(path: string, content: Uint8Array): void;
  copy(from: string, to: string): void;
  rename(from: string, to: string): void;
  /** A file that is not there is as good as removed. */
  remove(path: string): void;
  /** From now on only its owner may read it. */
  restrict(path: string): void;
  /** What the file holds survives a power cut. */
  syncFile(path: string): void;
  /** Renames and new names in the folder survive a power cut. */
  syncFolder(path: string): void;
}
