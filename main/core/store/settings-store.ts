import type { Connection } from './connection.ts';

/** Small facts the core keeps between starts. Never personal data, never secrets. */
export const SETTINGS = [
  'key-id',
  'machine',
  'audit-acknowledged-up-to',
  'audit-continues-at',
  'centre-up-since',
  'centre-known-up-to',
  'ask-again-after',
  'restart-asked-for',
  'kiosk-name',
  'policy-in-use',
  'invariants-violated',
] as const;
export type SettingName = (typeof SETTINGS)[number];

export class SettingsStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get(name: SettingName): string | null {
    const row = this.#connection.get('SELECT value FROM setting WHERE name = :name', { name });
    return row ? String(row.value) : null;
  }

  set(name: SettingName, value: string): void {
    this.#connection.run(
      'INSERT INTO setting (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value',
      { name, value },
    );
  }

  remove(name: SettingName): void {
    this.#connection.run('DELETE FROM setting WHERE name = :name', { name });
  }
}
