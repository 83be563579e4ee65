import type { Connection } from './connection.ts';

export const COUNTED_KINDS = ['operation', 'retry', 'fault'] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];

/** So many of one kind on one day; `code` is empty for operations. */
export interface DeviceCount {
  readonly device: string;
  /** In Asia/Shanghai; `before` for everything that is older than the days that are kept apart. */
  readonly day: string;
  readonly kind: CountedKind;
  readonly code: string;
  readonly count: number;
}

export interface CareSince {
  readonly device: string;
  readonly countingSince: number;
  readonly lastSuccess: number | null;
}

/** Sorts after every day: `2026-…` < `before`. */
export const BEFORE = 'before';

/** Counters per device and day, and since when they count. */
export class DeviceCareStore {
  readonly #connection: Connection;
  readonly #counts: () => readonly DeviceCount[];
  readonly #since: () => readonly CareSince[];

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#counts = connection.remembered(['device_counter'], () =>
      connection.all('SELECT * FROM device_counter').map((row) => ({
        device: String(row.device),
        day: String(row.day),
        kind: String(row.kind) as CountedKind,
        code: String(row.code),
        count: Number(row.count),
      })),
    );
    this.#since = connection.remembered(['device_care'], () =>
      connection.all('SELECT * FROM device_care').map((row) => ({
        device: String(row.device),
        countingSince: Number(row.counting_since),
        lastSuccess: row.last_success === null ? null : Number(row.last_success),
      })),
    );
  }

  counts(): readonly DeviceCount[] {
    return this.#counts();
  }

  since(device: string): CareSince | null {
    return this.#since().find((one) => one.device === device) ?? null;
  }

  /** Adds what was counted since the last time, in one commit. */
  add(counts: readonly DeviceCount[], lastSuccesses: ReadonlyMap<string, number>, now: number): void {
    this.#connection.transaction(() => {
      for (const { device, day, kind, code, count } of counts) {
        this.#connection.run(
          `INSERT INTO device_counter (device, day, kind, code, count) VALUES (:device, :day, :kind, :code, :count)
           ON CONFLICT (device, day, kind, code) DO UPDATE SET count = count + excluded.count`,
          { device, day, kind, code, count },
        );
      }
      for (const device of new Set([...counts.map((one) => one.device), ...lastSuccesses.keys()])) {
        this.#connection.run(
          `INSERT INTO device_care (device, counting_since, last_success) VALUES (:device, :now, :success)
           ON CONFLICT (device) DO UPDATE SET last_success = COALESCE(excluded.last_success, last_success)`,
          { device, now, success: lastSuccesses.get(device) ?? null },
        );
      }
    });
  }

  /** Days before `first` become one sum, so that a year of counting is as small as a month. */
  sumUpBefore(first: string): void {
    const days = { first, before: BEFORE };
    this.#connection.transaction(() => {
      this.#connection.run(
        `INSERT INTO device_counter (device, day, kind, code, count)
         SELECT device, :before, kind, code, SUM(count) FROM device_counter WHERE day < :first
         GROUP BY device, kind, code
         ON CONFLICT (device, day, kind, code) DO UPDATE SET count = count + excluded.count`,
        days,
      );
      this.#connection.run('DELETE FROM device_counter WHERE day < :first', { first });
    });
  }

  /** Another machine stands in its place: what the one before did is not its own. */
  beginAnew(device: string, now: number): void {
    this.#connection.transaction(() => {
      this.#connection.run('DELETE FROM device_counter WHERE device = :device', { device });
      this.#connection.run(
        `INSERT INTO device_care (device, counting_since, last_success) VALUES (:device, :now, NULL)
         ON CONFLICT (device) DO UPDATE SET counting_since = excluded.counting_since, last_success = NULL`,
        { device, now },
      );
    });
  }
}
