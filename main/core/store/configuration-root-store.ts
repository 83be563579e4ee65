import type { Connection } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';

/** A root as it was signed. */
export interface StoredRoot {
  readonly version: number;
  /** JSON text of the signed statement. */
  readonly statement: string;
}

const place = (version: number) => ({ table: 'configuration_root', row: String(version) });

/** The roots of trust this kiosk has followed; none is ever taken away. */
export class ConfigurationRootStore {
  readonly #connection: Connection;
  readonly #cipher: PayloadCipher;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.#cipher = cipher;
  }

  /** Highest version; null: only the shipped one is known. */
  newest(): StoredRoot | null {
    const row = this.#connection.get('SELECT MAX(version) AS version FROM configuration_root');
    return typeof row?.version === 'number' ? this.of(row.version) : null;
  }

  /** null: it is not there, or somebody else wrote it. */
  of(version: number): StoredRoot | null {
    const row = this.#connection.get('SELECT sealed FROM configuration_root WHERE version = :version', {
      version,
    });
    const opened = row ? this.#cipher.openIfSound(row.sealed as Buffer, place(version)) : null;
    return opened && { version, statement: opened.toString('utf8') };
  }

  /** The caller has checked them. */
  add(roots: readonly StoredRoot[]): void {
    this.#connection.transaction(() => {
      for (const { version, statement } of roots) {
        this.#connection.run(
          `INSERT INTO configuration_root (version, sealed) VALUES (:version, :sealed)
           ON CONFLICT (version) DO UPDATE SET sealed = :sealed`,
          { version, sealed: this.#cipher.seal(Buffer.from(statement, 'utf8'), place(version)) },
        );
      }
    });
  }
}
