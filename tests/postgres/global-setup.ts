import { Client } from 'pg';
import { migrate } from '../../central/database/migrations.ts';
import { openPostgres } from '../../central/database/postgres.ts';
import { findPostgres, startCluster } from './cluster.ts';

/** One cluster for the run, and in it a database with every table, from which each test's own is copied. */
export async function setup(): Promise<() => void> {
  const programs = findPostgres();
  if (programs === null) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const cluster = await startCluster(programs);
  const admin = cluster.url('postgres');
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query('create database template_of_central');
  await client.end();
  const queries = openPostgres(cluster.url('template_of_central'), () => undefined);
  await migrate(queries);
  await queries.destroy();
  process.env.CENTRAL_TEST_POSTGRES = admin;
  return cluster.stop;
}
