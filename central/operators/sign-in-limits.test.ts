import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { benchDatabase, openBenchDatabase } from '../bench-database.ts';
import { migrate } from '../database/migrations.ts';
import type { Queries } from '../database/tables.ts';
import { keyedDigest } from '../secrets.ts';
import { type SignInLimits, signInLimits } from './sign-in-limits.ts';

let now = 0;
let queries: Queries;
let limits: SignInLimits;
beforeEach(async () => {
  await queries?.destroy();
  queries = await openBenchDatabase((await benchDatabase()).databasePath);
  await migrate(queries);
  now = Date.parse('2026-11-22T04:00:00.000Z');
  limits = signInLimits({ queries, clock: { now: () => now }, digest: keyedDigest(Buffer.alloc(32)) });
});
afterAll(() => queries.destroy());

const OFFICE = '192.0.2.1';
/** Tries in vain; answers what each was told to wait. */
async function inVain(times: number, login: string, address: (time: number) => string) {
  const waits: (number | null)[] = [];
  for (let time = 0; time < times; time += 1) waits.push(await limits.begin(login, address(time)));
  return waits;
}

describe('tries at the door', () => {
  it('wait longer and longer for one login from one address', async () => {
    expect(await inVain(4, 'chen', () => OFFICE)).toEqual([null, null, null, 2]);
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const wait = (await limits.begin('chen', OFFICE)) ?? 0;
      waits.push(wait);
      now += wait * 1000;
      expect(await limits.begin('chen', OFFICE)).toBeNull();
    }
    expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(900);
  });

  it('of many at once only the free ones are free', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => limits.begin('chen', OFFICE)));
    expect(answers.filter((wait) => wait === null)).toHaveLength(3);
  });

  it('a stranger who knows a login keeps its owner out from nowhere', async () => {
    await inVain(300, 'chen', (time) => `198.51.100.${time % 250}`);
    expect(await limits.begin('chen', OFFICE)).toBeNull();
    // But each address has one free try now instead of three.
    expect(await limits.begin('chen', OFFICE)).toBe(2);
  });

  it('an address that tries many logins waits for all of them, others do not', async () => {
    for (let time = 0; time < 20; time += 1) await limits.begin(`operator-${time}`, OFFICE);
    expect(await limits.begin('chen', OFFICE)).toBe(2);
    expect(await limits.begin('chen', '192.0.2.2')).toBeNull();
  });

  it('the right person starts anew, and buys no tries at others’ accounts', async () => {
    await inVain(2, 'chen', () => OFFICE);
    await limits.begin('chen', OFFICE);
    await limits.succeeded('chen', OFFICE);
    expect(await inVain(4, 'chen', () => OFFICE)).toEqual([null, null, null, 2]);
    const tries = 15;
    for (let time = 0; time < tries; time += 1) {
      await limits.begin(`victim-${time}`, OFFICE);
      if ((await limits.begin('own', OFFICE)) === null) await limits.succeeded('own', OFFICE);
    }
    expect(await limits.begin('victim', OFFICE)).toBe(2);
  });

  it('are forgotten after an hour, and neither login nor address stands in the table', async () => {
    await inVain(4, 'chen', () => OFFICE);
    const rows = await queries.selectFrom('sign_in_try').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/chen|192\.0\.2/);
    now += 3_600_000;
    expect(await limits.begin('chen', OFFICE)).toBeNull();
    expect(await queries.selectFrom('sign_in_try').selectAll().execute()).toHaveLength(3);
  });
});
