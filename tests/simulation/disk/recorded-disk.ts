import type { Database, Disk, Row, Statement } from '../../../main/core/store/disk.ts';

/** One call with what came of it: an answer, or the code of what was thrown. A rename's `sql` is the new name. */
export interface Call {
  readonly path: string;
  readonly how: 'open' | 'script' | 'run' | 'get' | 'all' | 'close' | 'rename' | 'remove';
  readonly sql: string;
  readonly parameters: Row;
  readonly answer: unknown;
}

/** Another disk, with every call of its databases, and every name that changes, written down. */
export function recorded(disk: Disk, calls: Call[]): Disk {
  const openDatabase = (path: string, busyTimeoutMs: number): Database => {
    const note = noted(calls, path);
    const database = note('open', '', {}, () => disk.openDatabase(path, busyTimeoutMs), 'silent');
    return {
      prepare: (sql) => recordedStatement(database.prepare(sql), sql, note),
      script: (sql) => note('script', sql, {}, () => database.script(sql)),
      get inTransaction() {
        return database.inTransaction;
      },
      close: () => note('close', '', {}, () => database.close()),
    };
  };
  return {
    ...boundMethods(disk),
    openDatabase,
    rename: (from, to) => noted(calls, from)('rename', to, {}, () => disk.rename(from, to)),
    remove: (path) => noted(calls, path)('remove', '', {}, () => disk.remove(path)),
  };
}

/** Does the same calls on another disk; what came of them there. */
export function replayed(calls: readonly Call[], disk: Disk, elsewhere: (text: string) => string): Call[] {
  const answers: Call[] = [];
  const open = new Map<string, Database>();
  for (const call of calls) {
    const { how, sql } = call;
    const path = elsewhere(call.path);
    const note = noted(answers, path);
    if (how === 'remove') note(how, sql, {}, () => disk.remove(path));
    else if (how === 'rename') note(how, sql, {}, () => disk.rename(path, elsewhere(sql)));
    else if (how === 'open') {
      const opened = note(how, sql, {}, () => disk.openDatabase(path, 0), 'silent');
      open.set(path, opened);
    } else {
      const database = open.get(path);
      if (!database) throw new Error(`${path} is not open`);
      const parameters = movedTo(elsewhere, call.parameters);
      tried(() => {
        if (how === 'close') note(how, sql, {}, () => database.close());
        else if (how === 'script') note(how, sql, {}, () => database.script(sql));
        else recordedStatement(database.prepare(sql), sql, note)[how](parameters);
      });
    }
  }
  return answers;
}

function movedTo(elsewhere: (text: string) => string, parameters: Row): Row {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? elsewhere(value) : value,
    ]),
  );
}

type Note = <T>(how: Call['how'], sql: string, parameters: Row, act: () => T, answer?: 'silent') => T;

const noted =
  (calls: Call[], path: string): Note =>
  (how, sql, parameters, act, answer) => {
    const call = { path, how, sql, parameters: structuredParameters(parameters) };
    try {
      const done = act();
      calls.push({ ...call, answer: answer === 'silent' ? undefined : structuredClone(done) });
      return done;
    } catch (error) {
      calls.push({
        ...call,
        answer: { threw: error instanceof Error && 'code' in error ? error.code : error },
      });
      throw error;
    }
  };

function recordedStatement(statement: Statement, sql: string, note: Note): Statement {
  return {
    run: (parameters) => note('run', sql, parameters, () => statement.run(parameters)),
    get: (parameters) => note('get', sql, parameters, () => statement.get(parameters)),
    all: (parameters) => note('all', sql, parameters, () => statement.all(parameters)),
  };
}

/** Values as they were at the call: the store overwrites plain payloads afterwards. */
function structuredParameters(parameters: Row): Row {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? Buffer.from(value) : value,
    ]),
  );
}

/** What is thrown is written down already. */
function tried(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
}

function boundMethods(disk: Disk): Disk {
  return {
    openDatabase: (path, busyTimeoutMs) => disk.openDatabase(path, busyTimeoutMs),
    makeFolder: (path) => disk.makeFolder(path),
    exists: (path) => disk.exists(path),
    modifiedAt: (path) => disk.modifiedAt(path),
    mode: (path) => disk.mode(path),
    read: (path) => disk.read(path),
    write: (path, content) => disk.write(path, content),
    copy: (from, to) => disk.copy(from, to),
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    restrict: (path) => disk.restrict(path),
    syncFile: (path) => disk.syncFile(path),
    syncFolder: (path) => disk.syncFolder(path),
  };
}
