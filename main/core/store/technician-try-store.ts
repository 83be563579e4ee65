import { NO_TRIES, type SignInTries, WRONG_TRIES_TO_LOCK } from '../../../src/maintenance/sign-in-tries.ts';
import type { Connection } from './connection.ts';

/** Tries to be let into maintenance mode, by the id that was claimed. Each write is on disk when it returns. */
export class TechnicianTryStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  of(technician: string): SignInTries {
    const row = this.#connection.get('SELECT * FROM technician_try WHERE technician = :technician', {
      technician,
    });
    if (row === undefined) return NO_TRIES;
    return {
      wrong: Number(row.wrong),
      waitsUntil: Number(row.waits_until),
      lockedAt: row.locked_at === null ? null : Number(row.locked_at),
      lastTotpStep: Number(row.last_totp_step),
    };
  }

  keep(technician: string, { wrong, waitsUntil, lockedAt, lastTotpStep }: SignInTries): void {
    this.#connection.run(
      `INSERT INTO technician_try (technician, wrong, waits_until, locked_at, last_totp_step)
       VALUES (:technician, :wrong, :waitsUntil, :lockedAt, :lastTotpStep)
       ON CONFLICT (technician) DO UPDATE SET wrong = :wrong, waits_until = :waitsUntil, locked_at = :lockedAt,
         last_totp_step = :lastTotpStep`,
      { technician, wrong, waitsUntil, lockedAt, lastTotpStep },
    );
  }

  /** Who needs a supervisor, by id. */
  lockedOut(): string[] {
    return this.#connection
      .all('SELECT technician FROM technician_try WHERE wrong >= :wrong ORDER BY technician', {
        wrong: WRONG_TRIES_TO_LOCK,
      })
      .map(({ technician }) => String(technician));
  }
}
