import type { AssignedDocument, Assignment } from '../../../src/contracts/configuration/assignment.ts';
import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';
import type { Connection } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';

/** The document that is to blame for a refusal. */
export type BlamedDocument = Pick<AssignedDocument, 'kind' | 'line' | 'version'>;

/** The newest assignment that was taken in, whether or not its documents could be. */
export interface NewestAssignment {
  /** 0: the director's keys changed since, and versions begin anew. */
  readonly version: number;
  /** Milliseconds since the epoch; nothing issued before it is taken in. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly closedServices: Assignment['closedServices'];
  readonly revokedKiosks: Assignment['revokedKiosks'];
  /** Why its documents are not run; null: they are, or wait. */
  readonly trouble: ConfigurationTrouble | null;
  readonly blamed: BlamedDocument | null;
  /** JSON text of the signed statement. */
  readonly statement: string;
}

const PLACE = { table: 'configuration_assignment', row: '1' };

/** What the director said last. */
export class ConfigurationAssignmentStore {
  readonly #connection: Connection;
  readonly #newest: () => NewestAssignment | null;

  readonly #cipher: PayloadCipher;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.#cipher = cipher;
    // Every home screen asks for the closed services.
    this.#newest = connection.remembered(['configuration_assignment'], () => this.#read());
  }

  /** null: none was taken in, or it was changed on disk and has to be told anew. */
  newest(): NewestAssignment | null {
    return this.#newest();
  }

  /** The caller has checked it. Closures and revocations count from now on. */
  takeIn(assignment: Assignment, statement: string): void {
    this.#connection.run(
      `INSERT INTO configuration_assignment
         (only, version, issued_at, expires_at, closed_services, revoked_kiosks, trouble, blamed, sealed)
       VALUES (1, :version, :issuedAt, :expiresAt, :closed, :revoked, NULL, NULL, :sealed)
       ON CONFLICT (only) DO UPDATE SET version = :version, issued_at = :issuedAt, expires_at = :expiresAt,
         closed_services = :closed, revoked_kiosks = :revoked, trouble = NULL, blamed = NULL, sealed = :sealed`,
      {
        version: assignment.version,
        issuedAt: Date.parse(assignment.issuedAt),
        expiresAt: Date.parse(assignment.expiresAt),
        closed: JSON.stringify(assignment.closedServices),
        revoked: JSON.stringify(assignment.revokedKiosks),
        sealed: this.#cipher.seal(Buffer.from(statement, 'utf8'), PLACE),
      },
    );
  }

  judge(trouble: ConfigurationTrouble | null, blamed: BlamedDocument | null = null): void {
    this.#connection.run('UPDATE configuration_assignment SET trouble = :trouble, blamed = :blamed', {
      trouble,
      blamed: blamed === null ? null : JSON.stringify(blamed),
    });
  }

  /** None of the director's old keys counts any more, so nothing old can come again (fast-forward). */
  beginAnew(): void {
    this.#connection.run('UPDATE configuration_assignment SET version = 0, issued_at = 0');
  }

  #read(): NewestAssignment | null {
    const row = this.#connection.get('SELECT * FROM configuration_assignment');
    const opened = row ? this.#cipher.openIfSound(row.sealed as Buffer, PLACE) : null;
    if (!row || !opened) return null;
    return {
      version: Number(row.version),
      issuedAt: Number(row.issued_at),
      expiresAt: Number(row.expires_at),
      closedServices: JSON.parse(String(row.closed_services)),
      revokedKiosks: JSON.parse(String(row.revoked_kiosks)),
      trouble: row.trouble === null ? null : (String(row.trouble) as ConfigurationTrouble),
      blamed: row.blamed === null ? null : JSON.parse(String(row.blamed)),
      statement: opened.toString('utf8'),
    };
  }
}
