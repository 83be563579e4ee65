import type { AssignedDocument } from '../../../src/contracts/configuration/assignment.ts';
import type { Connection, Row } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';

/** A signed document exactly as its digest names it. */
export interface StoredDocument {
  readonly named: AssignedDocument;
  /** The root it was checked under. */
  readonly rootVersion: number;
  readonly text: string;
}

const place = (sha256: string) => ({ table: 'configuration_document', row: sha256 });

/** Texts of signed documents, sealed, by their digests. Only what a set names, or was kept, stays. */
export class ConfigurationDocumentStore {
  readonly #connection: Connection;
  readonly #cipher: PayloadCipher;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.#cipher = cipher;
  }

  /** null: it is not there, or was changed on disk. */
  find(sha256: string): StoredDocument | null {
    const row = this.#connection.get('SELECT * FROM configuration_document WHERE sha256 = :sha256', {
      sha256,
    });
    const opened = row ? this.#cipher.openIfSound(row.sealed as Buffer, place(sha256)) : null;
    if (!row || !opened) return null;
    return { named: namedIn(row), rootVersion: Number(row.root_version), text: opened.toString('utf8') };
  }

  /** A document that is there already is from now on one that was checked under this root. */
  add({ named, rootVersion, text }: StoredDocument): void {
    const { sha256, kind, line, version, length } = named;
    this.#connection.run(
      `INSERT INTO configuration_document (sha256, kind, line, version, length, root_version, sealed)
       VALUES (:sha256, :kind, :line, :version, :length, :rootVersion, :sealed)
       ON CONFLICT (sha256) DO UPDATE SET kind = :kind, line = :line, version = :version, length = :length,
         root_version = :rootVersion, sealed = :sealed`,
      {
        sha256,
        kind,
        line,
        version,
        length,
        rootVersion,
        sealed: this.#cipher.seal(Buffer.from(text, 'utf8'), place(sha256)),
      },
    );
  }

  forgetUnused(): void {
    this.#connection.run(
      `DELETE FROM configuration_document WHERE sha256 NOT IN (
         SELECT sha256 FROM configuration_set_document UNION SELECT sha256 FROM configuration_kept
         UNION SELECT before_sha256 FROM configuration_kept WHERE before_sha256 IS NOT NULL)`,
    );
  }
}

/** The name of the document in a row that has its columns. */
export const namedIn = (row: Row): AssignedDocument => ({
  kind: String(row.kind) as AssignedDocument['kind'],
  line: String(row.line),
  version: Number(row.version),
  sha256: String(row.sha256),
  length: Number(row.length),
});
