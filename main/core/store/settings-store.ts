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
  /** The centre's public key for what leaves on a stick. */
  'export-key',
  'alarms-standing',
  /** `on`: residents' controls in the lower part of an upright screen, unless a resident chooses otherwise. */
  'low-reach',
  /** A technician is at work: who, since when, called how. Still there at a start: the power ended it. */
  'maintenance-on',
  /** A restart that a technician asked for leads back to this technician's page, once and for a moment. */
  'maintenance-returns',
  /** Journeys under the configuration that was kept: how many said something, failed, and were turned away where. */
  'journeys-kept',
  /** Journeys of the configuration on trial by service, and since when it is. */
  'journeys-on-trial',
  /** The centre's word for this kiosk's key, which each receipt carries; public. */
  'receipt-certificate',
  /** `yes`: the centre knows this kiosk no more. */
  'revoked',
] as const;
export type SettingName = (typeof SETTINGS)[number];

export class SettingsStore {
  readonly #connection: Connection;
  readonly #all: () => ReadonlyMap<string, string>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#all = connection.remembered(
      ['setting'],
      () =>
        new Map(
          connection
            .all('SELECT name, value FROM setting')
            .map((row) => [String(row.name), String(row.value)]),
        ),
    );
  }

  get(name: SettingName): string | null {
    return this.#all().get(name) ?? null;
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
