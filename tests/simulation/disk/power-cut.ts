/** The power failed, or the process was killed: whoever still holds the old life's disk hears nothing else. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/** What the operating system would say; `code` is its name for it (`ENOSPC`). */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';
  readonly code: 'ENOENT' | 'ENOSPC' | 'EROFS';

  constructor(code: FileTrouble['code'], path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

/** As better-sqlite3 throws it; `code` is SQLite's extended name (`SQLITE_CONSTRAINT_UNIQUE`). */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}
