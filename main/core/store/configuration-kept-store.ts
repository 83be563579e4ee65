import type { AssignedDocument } from '../../../src/contracts/configuration/assignment.ts';
import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import { namedIn } from './configuration-document-store.ts';
import type { Connection } from './connection.ts';

/**
 * Of each kind the document that was kept last, and the one before it: what operators may send the kiosk back to. A
 * kind whose first document was kept has none before it: it was as shipped.
 */
export class ConfigurationKeptStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  keep(documents: readonly AssignedDocument[]): void {
    for (const { kind, sha256 } of documents) {
      this.#connection.run(
        `INSERT INTO configuration_kept (kind, sha256, before_sha256) VALUES (:kind, :sha256, NULL)
         ON CONFLICT (kind) DO UPDATE SET before_sha256 = sha256, sha256 = :sha256 WHERE sha256 <> :sha256`,
        { kind, sha256 },
      );
    }
  }

  /** Operators sent the kiosk back to these: what it left is nothing to go back to. */
  goneBackTo(documents: readonly AssignedDocument[]): void {
    for (const { kind, sha256 } of documents) {
      this.#connection.run(
        `UPDATE configuration_kept SET sha256 = :sha256, before_sha256 = :sha256
         WHERE kind = :kind AND before_sha256 = :sha256`,
        { kind, sha256 },
      );
    }
  }

  /** Everything that was kept and may be gone back to. */
  all(): AssignedDocument[] {
    return this.#connection.all(`${DOCUMENTS} ORDER BY d.kind, d.version`).map(namedIn);
  }

  /** What was kept before the document that runs; `running` is its digest. null: the kind was as shipped. */
  before(kind: DocumentKind, running: string | null): AssignedDocument | null {
    const row = this.#connection.get(
      `${DOCUMENTS} WHERE k.kind = :kind
         AND d.sha256 = CASE WHEN k.sha256 = :running THEN k.before_sha256 ELSE k.sha256 END`,
      { kind, running },
    );
    return row ? namedIn(row) : null;
  }
}

const DOCUMENTS = `SELECT d.sha256, d.kind, d.line, d.version, d.length FROM configuration_kept k
  JOIN configuration_document d ON d.sha256 IN (k.sha256, k.before_sha256)`;
