import type { ConfigurationTrial } from './configuration-set.ts';
import type { Connection } from './connection.ts';

/** What the current set did since it was applied; no row where it is kept. Each write is on disk when it returns. */
export class ConfigurationTrialStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  find(): ConfigurationTrial | null {
    const row = this.#connection.get('SELECT * FROM configuration_trial');
    if (!row) return null;
    return {
      startedAt: Number(row.started_at),
      coreStarts: Number(row.core_starts),
      crashes: Number(row.crashes),
      sessions: Number(row.sessions),
      failed: Number(row.failed),
      bootId: row.boot_id === null ? null : String(row.boot_id),
      endedItself: row.ended_itself === 1,
    };
  }

  begin(at: number): void {
    this.end();
    this.#connection.run('INSERT INTO configuration_trial (only, started_at) VALUES (1, :at)', { at });
  }

  /** Writes these figures down; without a trial it does nothing. */
  note(changed: Partial<Omit<ConfigurationTrial, 'startedAt'>>): void {
    const known = this.find();
    if (!known) return;
    const { coreStarts, crashes, sessions, failed, bootId, endedItself } = { ...known, ...changed };
    this.#connection.run(
      `UPDATE configuration_trial SET core_starts = :coreStarts, crashes = :crashes, sessions = :sessions,
         failed = :failed, boot_id = :bootId, ended_itself = :endedItself`,
      { coreStarts, crashes, sessions, failed, bootId, endedItself: endedItself ? 1 : 0 },
    );
  }

  end(): void {
    this.#connection.run('DELETE FROM configuration_trial');
  }
}
