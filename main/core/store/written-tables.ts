/** The table a statement writes to, as every statement of the store begins. */
const WRITES = /^\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+(\w+)/i;
/** Begins or ends a transaction, and changes nothing by itself. */
const CHANGES_NOTHING = /^\s*(?:BEGIN|COMMIT|SELECT)\b/i;
const EVERYTHING = 'everything';

/** Counts the writes to each table, so that a reader knows whether what it read is still so. */
export class WrittenTables {
  readonly #writes = new Map<string, number>();

  /** What `write` is to be told of a statement; null where it changes nothing. */
  static of(sql: string): string | null {
    return WRITES.exec(sql)?.[1]?.toLowerCase() ?? (CHANGES_NOTHING.test(sql) ? null : EVERYTHING);
  }

  write(table: string): void {
    this.#writes.set(table, (this.#writes.get(table) ?? 0) + 1);
  }

  /** What was written may have been undone. */
  writeEverything(): void {
    this.write(EVERYTHING);
  }

  /** Grows with each write to one of these tables. */
  count(tables: readonly string[]): number {
    let writes = this.#writes.get(EVERYTHING) ?? 0;
    for (const table of tables) writes += this.#writes.get(table) ?? 0;
    return writes;
  }
}
