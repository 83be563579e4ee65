import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type SigningKey, signingKey } from '../../src/contracts/configuration/keys.ts';
import { PROJECT } from '../world/child-program.ts';

const STARTS_WITHIN_MS = 30_000;

/** Keys of the published test vectors: they open nothing real. */
const KEYS = {
  CENTRAL_PIN_KEYS: JSON.stringify({ PINKEY: '0123456789ABCDEFFEDCBA9876543210' }),
  CENTRAL_CARD_MASTER_KEY: '00112233445566778899AABBCCDDEEFF',
  CENTRAL_BLANK_MASTER_KEY: 'FFEEDDCCBBAA99887766554433221100',
};

export interface CentreOptions {
  readonly folder: string;
  /** null: SQLite in the folder. */
  readonly databaseUrl: string | null;
}

/** The real central service as a process of its own, as an operator starts it. Its log goes to a file. */
export class Centre {
  readonly #options: CentreOptions;
  #child: ChildProcess | null = null;
  #port = 0;

  constructor(options: CentreOptions) {
    this.#options = options;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** At the same port as before, if there was one. */
  async start(rootFile: string): Promise<void> {
    const { child, said } = await this.#run(['--port', String(this.#port), '--root', rootFile]);
    this.#child = child;
    this.#port = Number(new URL(z.object({ address: z.url() }).parse(said).address).port);
  }

  async publicKeys(): Promise<{ director: SigningKey; certificates: SigningKey }> {
    const keys = z.object({ director: signingKey, certificates: signingKey });
    return keys.parse((await this.#run(['--print-public-keys'])).said);
  }

  /** Somebody who may sign in; answers their invitation. */
  async invite(login: string, roles: readonly string[]): Promise<string> {
    const { child, said } = await this.#run(['--invite-operator', login, '--roles', roles.join(',')]);
    await ended(child);
    return z.object({ invitation: z.string() }).parse(said).invitation;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** SIGKILL: nothing is said goodbye to. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const over = ended(child);
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await over;
    clearTimeout(late);
  }

  async #run(args: readonly string[]): Promise<{ child: ChildProcess; said: unknown }> {
    const { folder, databaseUrl } = this.#options;
    const log = openSync(join(folder, 'central.log'), 'a');
    const program = ['central/main.ts', '--data-dir', folder, ...args];
    const { DATABASE_URL: _, ...environment } = process.env;
    const child = spawn(process.execPath, program, {
      cwd: PROJECT,
      env: { ...environment, ...KEYS, ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }) },
      stdio: ['ignore', 'pipe', log],
    });
    closeSync(log);
    // Whoever ends the run early leaves no centre behind.
    const endWithUs = () => void child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.once('exit', () => process.off('exit', endWithUs));
    return { child, said: await firstLine(child) };
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

function firstLine(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let out = '';
    const late = setTimeout(() => child.kill('SIGKILL'), STARTS_WITHIN_MS);
    child.once('exit', (status) => {
      clearTimeout(late);
      reject(new Error(`the centre ended with status ${status}: see central.log`));
    });
    child.stdout?.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      const [line] = out.split('\n');
      if (!out.includes('\n') || line === undefined) return;
      clearTimeout(late);
      resolve(JSON.parse(line));
    });
  });
}
