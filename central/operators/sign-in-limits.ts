import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { addressGroup } from './address-group.ts';

/** Tries without a wait for a login from one address; then each wait is twice the one before. */
const FREE_TRIES = 3;
/** For a login that somebody guesses at from many addresses, this many from each. */
const FREE_TRIES_WHEN_GUESSED_AT = 1;
/** Wrong tries of one login, from wherever they come, before it counts as guessed at. */
const GUESSED_AT_AFTER = 20;
/** An office behind one address mistypes this often before everybody in it waits. */
const FREE_TRIES_OF_ADDRESS = 20;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** Wrong tries are forgotten when none was added for so long. */
const FORGET_AFTER_SECONDS = 60 * 60;

/**
 * How long somebody waits who tried in vain. Waits are by login *together with* the address, and by the address. By
 * the login alone nobody ever waits: otherwise a stranger who knows it could keep its owner out with a wrong try every
 * few minutes. What such a stranger does from many addresses only makes each of those addresses wait sooner; the first
 * try from the owner's own address is always open, and behind it stand a long password and a code that opens once.
 */
export interface SignInLimits {
  /** Counts a try before it is looked at (many at once must not all be free). Seconds to wait, or null: go on. */
  begin(login: string, address: string): Promise<number | null>;
  /** It was the right person after all. */
  succeeded(login: string, address: string): Promise<void>;
}

interface Subjects {
  readonly pair: string;
  readonly login: string;
  readonly address: string;
}

export function signInLimits({
  queries,
  clock,
  digest,
}: Pick<Foundations, 'queries' | 'clock' | 'digest'>): SignInLimits {
  // Neither logins nor addresses stand in the table: digests are enough to count by.
  const subjectsOf = (login: string, ip: string): Subjects => {
    const address = addressGroup(ip);
    return {
      pair: digest('sign-in-try', 'pair', login, address),
      login: digest('sign-in-try', 'login', login),
      address: digest('sign-in-try', 'address', address),
    };
  };

  const before = async (q: Queries, subject: string): Promise<{ wrong: number; waitsUntil: string }> => {
    const row = await q
      .selectFrom('sign_in_try')
      .select(['wrong', 'waits_until'])
      .where('subject', '=', subject)
      .executeTakeFirst();
    return { wrong: row?.wrong ?? 0, waitsUntil: row?.waits_until ?? '' };
  };

  const count = async (q: Queries, subject: string, wrong: number, waitSeconds: number): Promise<void> => {
    const counted = { wrong, last_at: instantNow(clock), waits_until: instantIn(clock, waitSeconds) };
    await q
      .insertInto('sign_in_try')
      .values({ subject, ...counted })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(counted))
      .execute();
  };

  return {
    begin: (login, ip) =>
      inTransaction(queries, async (q) => {
        const subjects = subjectsOf(login, ip);
        const now = instantNow(clock);
        await q
          .deleteFrom('sign_in_try')
          .where('last_at', '<=', instantIn(clock, -FORGET_AFTER_SECONDS))
          .execute();
        const pair = await before(q, subjects.pair);
        const ofLogin = await before(q, subjects.login);
        const ofAddress = await before(q, subjects.address);
        const until = [pair.waitsUntil, ofAddress.waitsUntil].sort().at(-1) ?? '';
        if (until > now) return Math.ceil((Date.parse(until) - clock.now()) / 1000);
        const free = ofLogin.wrong >= GUESSED_AT_AFTER ? FREE_TRIES_WHEN_GUESSED_AT : FREE_TRIES;
        await count(q, subjects.pair, pair.wrong + 1, waitAfter(pair.wrong + 1, free));
        await count(q, subjects.login, ofLogin.wrong + 1, 0);
        const wrong = ofAddress.wrong + 1;
        await count(q, subjects.address, wrong, waitAfter(wrong, FREE_TRIES_OF_ADDRESS));
        return null;
      }),
    succeeded: (who, ip) =>
      inTransaction(queries, async (q) => {
        const subjects = subjectsOf(who, ip);
        await q.deleteFrom('sign_in_try').where('subject', '=', subjects.pair).execute();
        // Only this try is taken back: with an account of one's own one must not buy tries at others'.
        const login = Math.max(0, (await before(q, subjects.login)).wrong - 1);
        await count(q, subjects.login, login, 0);
        const address = Math.max(0, (await before(q, subjects.address)).wrong - 1);
        await count(q, subjects.address, address, waitAfter(address, FREE_TRIES_OF_ADDRESS));
      }),
  };
}

/** 0 for the free ones, then 2, 4, 8 … seconds. */
function waitAfter(wrong: number, free: number): number {
  return wrong < free ? 0 : Math.min(LONGEST_WAIT_SECONDS, 2 ** (wrong - free + 1));
}
