/** An address in WebAssembly memory; 0 is none. */
export type Pointer = number;

/** SQLite's C functions as they are: no conversions, integers of 64 bits as bigint. */
export interface SqliteExports {
  sqlite3_malloc(bytes: number): Pointer;
  sqlite3_free(block: Pointer): void;
  sqlite3_status(what: number, now: Pointer, most: Pointer, reset: number): number;
  sqlite3_vfs_register(vfs: Pointer, makeDefault: number): number;
  sqlite3_vfs_unregister(vfs: Pointer): number;
  sqlite3_randomness(bytes: number, into: Pointer): void;
  sqlite3_open_v2(path: Pointer, database: Pointer, flags: number, vfs: Pointer): number;
  sqlite3_close_v2(database: Pointer): number;
  sqlite3_extended_result_codes(database: Pointer, on: number): number;
  sqlite3_extended_errcode(database: Pointer): number;
  sqlite3_errmsg(database: Pointer): Pointer;
  sqlite3_errstr(code: number): Pointer;
  sqlite3_exec(database: Pointer, sql: Pointer, row: Pointer, context: Pointer, message: Pointer): number;
  sqlite3_get_autocommit(database: Pointer): number;
  sqlite3_changes(database: Pointer): number;
  sqlite3_total_changes(database: Pointer): number;
  sqlite3_prepare_v3(
    database: Pointer,
    sql: Pointer,
    bytes: number,
    flags: number,
    statement: Pointer,
    tail: Pointer,
  ): number;
  sqlite3_step(statement: Pointer): number;
  sqlite3_reset(statement: Pointer): number;
  sqlite3_finalize(statement: Pointer): number;
  sqlite3_clear_bindings(statement: Pointer): number;
  sqlite3_bind_parameter_count(statement: Pointer): number;
  sqlite3_bind_parameter_name(statement: Pointer, index: number): Pointer;
  sqlite3_bind_null(statement: Pointer, index: number): number;
  sqlite3_bind_double(statement: Pointer, index: number, value: number): number;
  sqlite3_bind_int64(statement: Pointer, index: number, value: bigint): number;
  sqlite3_bind_text(statement: Pointer, index: number, text: Pointer, bytes: number, free: number): number;
  sqlite3_bind_blob(statement: Pointer, index: number, blob: Pointer, bytes: number, free: number): number;
  sqlite3_column_count(statement: Pointer): number;
  sqlite3_column_name(statement: Pointer, column: number): Pointer;
  sqlite3_column_type(statement: Pointer, column: number): number;
  sqlite3_column_double(statement: Pointer, column: number): number;
  sqlite3_column_text(statement: Pointer, column: number): Pointer;
  sqlite3_column_blob(statement: Pointer, column: number): Pointer;
  sqlite3_column_bytes(statement: Pointer, column: number): number;
  sqlite3__wasm_db_config_ip(database: Pointer, option: number, value: number, was: Pointer): number;
}
