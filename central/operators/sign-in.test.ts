import { TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBenchDatabase } from '../bench-database.ts';
import { BENCH_NOW } from '../central-bench.ts';
import { changesInProcess } from '../changes/change-signal.ts';
import { migrate } from '../database/migrations.ts';
import type { Foundations } from '../foundations.ts';
import { keyedDigest } from '../secrets.ts';
import { operatorAccounts } from './accounts.ts';
import { authenticators } from './authenticator.ts';
import type { Passwords } from './passwords.ts';
import { type OperatorDoor, signIn } from './sign-in.ts';
import { signInLimits } from './sign-in-limits.ts';

let foundations: Foundations;
let chance = 0;
beforeEach(async () => {
  const queries = await openBenchDatabase();
  await migrate(queries);
  foundations = {
    queries,
    clock: { now: () => BENCH_NOW },
    entropy: {
      bytes: (length) => {
        chance += 1;
        return Uint8Array.from({ length }, (_, at) => (at * 31 + chance) % 256);
      },
    },
    digest: keyedDigest(Buffer.alloc(32, 7)),
    changes: changesInProcess(),
  };
});
afterEach(() => foundations.queries.destroy());

/** Somebody with password and code; while their password is computed, `meanwhile` happens. */
async function comesIn(meanwhile: (operatorId: string) => Promise<unknown>) {
  const { queries } = foundations;
  const made = await operatorAccounts(foundations).invite('system', {
    login: 'chen',
    name: '陈',
    roles: ['administrator'],
    oidcSubject: null,
  });
  if (!made.ok) throw new Error(made.error);
  const { operatorId } = made.value;
  const codes = authenticators(Buffer.alloc(32, 7), foundations.entropy);
  const sealed = codes.fresh(operatorId);
  await queries.updateTable('operator').set({ password: 'hashed', totp_sealed: sealed }).execute();
  const passwords: Passwords = {
    hash: () => Promise.resolve('hashed anew'),
    matches: async () => {
      await meanwhile(operatorId);
      return true;
    },
    close: () => Promise.resolve(),
  };
  const door: OperatorDoor = {
    foundations,
    passwords,
    authenticators: codes,
    limits: signInLimits(foundations),
  };
  const { secret } = codes.shown(operatorId, 'chen', sealed);
  const code = new TOTP({ secret }).generate({ timestamp: BENCH_NOW });
  const answer = await signIn(door, { login: 'chen', password: 'right', code }, '192.0.2.1');
  const sessions = await queries.selectFrom('operator_session').select('operator_id').execute();
  return { answer, sessions: sessions.length };
}

describe('what becomes of an account while its password is computed', () => {
  it('nothing: they are in', async () => {
    expect(await comesIn(() => Promise.resolve())).toMatchObject({ answer: { ok: true }, sessions: 1 });
  });

  it.each([
    ['its authenticator is made void', { password: null, totp_sealed: null }],
    ['it is disabled', { disabled_at: '2026-11-22T04:00:00.000Z' }],
    ['its password is changed', { password: 'another' }],
  ] as const)('%s: whoever is at the door stays outside', async (_, change) => {
    const meanwhile = (operatorId: string) =>
      foundations.queries.updateTable('operator').set(change).where('operator_id', '=', operatorId).execute();
    expect(await comesIn(meanwhile)).toEqual({
      answer: { ok: false, error: { kind: 'sign-in-refused' } },
      sessions: 0,
    });
  });
});
