import { createHash } from 'node:crypto';
import { type Connection, StoreRefused } from './connection.ts';
import { MIGRATIONS, migrate } from './migrations.ts';

/** SHA-256 over every table and index as SQLite holds them, the bookkeeping table apart. */
export function schemaDigest(connection: Connection): string {
  const rows = connection.all(
    `SELECT type, name, sql FROM sqlite_schema
     WHERE name NOT LIKE 'sqlite_%' AND name <> 'store_schema' ORDER BY type, name`,
  );
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${row.type}\n${row.name}\n${row.sql}\n`);
  return hash.digest('hex');
}

/**
 * Compares the schema with the digest written when it was last migrated, then migrates. A file that was changed
 * by hand or written by newer software is refused with the reason, and left exactly as it is: never reset.
 */
export function bringSchemaUp(connection: Connection): void {
  connection.script(
    'CREATE TABLE IF NOT EXISTS store_schema (version INTEGER PRIMARY KEY, digest TEXT NOT NULL) STRICT',
  );
  const held = connection.get('SELECT version, digest FROM store_schema ORDER BY version DESC LIMIT 1');
  const version = Number(held?.version ?? 0);
  const newest = MIGRATIONS.at(-1)?.version ?? 0;
  if (version > newest) {
    throw new StoreRefused(
      'newer-schema',
      `the store has schema ${version}, this software knows up to ${newest}: start the newer software again`,
    );
  }
  const found = schemaDigest(connection);
  if (held && held.digest !== found) {
    throw new StoreRefused(
      'schema-mismatch',
      `the store's schema ${version} was changed from outside (digest ${found.slice(0, 12)}, expected ` +
        `${String(held.digest).slice(0, 12)}): keep the file, and restore a backup or ask for support`,
    );
  }
  migrate(connection, version, (reached) => {
    connection.run('INSERT INTO store_schema (version, digest) VALUES (:version, :digest)', {
      version: reached,
      digest: schemaDigest(connection),
    });
  });
}
