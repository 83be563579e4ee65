import { Worker } from 'node:worker_threads';
import type { Entropy } from '../../src/ports/clock.ts';

/**
 * argon2id as RFC 9106 (4) has it where memory is short: 64 MiB and three passes, 0.2 s of one core. One lane: the
 * worker has one thread. Raise them with the machines; a hash carries the parameters it was made with.
 */
export const PASSWORD_COST = { memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32 } as const;
const SALT_BYTES = 16;

/** Verified where there is no such operator, so that the answer takes as long: nobody's password fits it. */
export const NOBODYS_PASSWORD =
  '$argon2id$v=19$m=65536,t=3,p=1$eWlrYXRvbmctbm9ib2R5cw$h2n8xF0lNw4mX2rUo1c6bT9qJ5sKdV7yEaGzP3iLwQA';

/** More would wait for longer than anybody at a page does (seconds), and are turned away. */
const MOST_WAITING = 16;

export type PasswordTask = { readonly id: number; readonly password: string } & (
  | { readonly kind: 'hash'; readonly salt: Uint8Array; readonly cost: typeof PASSWORD_COST }
  | { readonly kind: 'verify'; readonly hash: string }
);
/** `null`: it could not be computed. */
export interface PasswordAnswer {
  readonly id: number;
  readonly value: string | boolean | null;
}

/** Hashes of passwords. `busy`: too many people are at the door at once. */
export interface Passwords {
  /** PHC string: argon2id with its parameters and salt. */
  hash(password: string): Promise<string | 'busy'>;
  matches(password: string, hash: string): Promise<boolean | 'busy'>;
  close(): Promise<void>;
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Passwords as people type them are the same text however a keyboard composes its characters (RFC 8265). */
const composed = (password: string): string => password.normalize('NFC');

/** One worker, started with the first password; it takes one after the other, so memory is bounded. */
export function passwordsInWorker(entropy: Entropy): Passwords {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, (value: PasswordAnswer['value']) => void>();

  const failAll = (): void => {
    worker = null;
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };

  const started = (): Worker => {
    if (worker !== null) return worker;
    const fresh = new Worker(new URL('argon2-worker.ts', import.meta.url));
    fresh.unref();
    fresh.on('message', ({ id, value }: PasswordAnswer) => {
      const answer = waiting.get(id);
      waiting.delete(id);
      answer?.(value);
    });
    fresh.on('error', failAll);
    worker = fresh;
    return fresh;
  };

  async function ask(task: Unnumbered<PasswordTask>): Promise<PasswordAnswer['value'] | 'busy'> {
    if (waiting.size >= MOST_WAITING) return 'busy';
    lastId += 1;
    const id = lastId;
    const answered = new Promise<PasswordAnswer['value']>((resolve) => waiting.set(id, resolve));
    started().postMessage({ ...task, id });
    const value = await answered;
    if (value === null) throw new Error('a password hash could not be computed');
    return value;
  }

  return {
    hash: async (password) => {
      const salt = entropy.bytes(SALT_BYTES);
      return String(await ask({ kind: 'hash', password: composed(password), salt, cost: PASSWORD_COST }));
    },
    matches: async (password, hash) => {
      const value = await ask({ kind: 'verify', password: composed(password), hash });
      return value === 'busy' ? value : value === true;
    },
    close: async () => {
      await worker?.terminate();
      failAll();
    },
  };
}
