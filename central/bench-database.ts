import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openDatabase } from './database/dialect.ts';
import type { DatabasePlace } from './database/open-wherever.ts';
import { openPostgres } from './database/postgres.ts';
import type { Queries } from './database/tables.ts';

/** Of the project `postgres` alone (vitest.config.ts): the cluster's own database (tests/postgres/global-setup.ts). */
const cluster = (): string | undefined =>
  process.env.CENTRAL_TEST_DATABASE === 'postgres' ? process.env.CENTRAL_TEST_POSTGRES : undefined;

/** Files of SQLite and what stands for each on PostgreSQL: a test that opens its file again finds what was there. */
const standingFor = new Map<string, string>();

/** Where a test's service keeps everything: a new database each time, unless a file is named. */
export async function benchDatabase(databasePath = ':memory:'): Promise<DatabasePlace> {
  const admin = cluster();
  if (admin === undefined) return { databasePath };
  const before = standingFor.get(databasePath);
  if (before !== undefined) return { databasePath, databaseUrl: before };
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(`create database ${name} template template_of_central`);
  await client.end();
  const url = new URL(admin);
  url.pathname = `/${name}`;
  if (databasePath !== ':memory:') standingFor.set(databasePath, url.href);
  return { databasePath, databaseUrl: url.href };
}

/** The same database beside the service, to put something into it. */
export async function openBenchDatabase(databasePath?: string): Promise<Queries> {
  const place = await benchDatabase(databasePath);
  return place.databaseUrl === undefined
    ? openDatabase(place.databasePath)
    : openPostgres(place.databaseUrl, () => undefined);
}
