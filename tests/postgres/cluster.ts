import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where Debian keeps the programs of each version; elsewhere they are on the path. */
const DEBIAN = '/usr/lib/postgresql';
const USER = 'yikatong';

/** The folder with `initdb` and `postgres`; null where PostgreSQL is not installed. */
export function findPostgres(path = process.env.PATH ?? ''): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...path.split(delimiter)];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  );
}

export interface Cluster {
  /** Of a database by this name. */
  url(database: string): string;
  stop(): void;
}

/** Who runs it: PostgreSQL refuses root, so root gives it to the account the package made. */
function runAs(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const account = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, account.uid, account.gid);
  return account;
}

/**
 * A PostgreSQL of its own in a temporary folder, reached by a socket there and by nobody else. It keeps nothing through
 * a power cut (`fsync=off`): for tests alone.
 */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-pg-'));
  const account = runAs(folder);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', USER, '--auth=trust', '--locale=C', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, { stdio: 'ignore', ...account });
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'listen_addresses='];
  const options = [`-k ${folder}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
  const control = (...words: readonly string[]) =>
    execFileSync(join(programs, 'pg_ctl'), ['-D', data, '-w', ...words], { stdio: 'ignore', ...account });
  // Answers when the server takes connections.
  control('-o', options, 'start');
  return {
    url: (database) => `postgresql://${USER}@localhost/${database}?host=${encodeURIComponent(folder)}`,
    stop() {
      // Immediate: nothing in it is wanted any more.
      control('-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
