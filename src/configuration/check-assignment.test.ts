import { beforeAll, describe, expect, it } from 'vitest';
import type { Assignment } from '../contracts/configuration/assignment.ts';
import { checkAssignment } from './check-assignment.ts';
import {
  assignmentOf,
  document,
  newOfficeKeys,
  noticesSaying,
  type OfficeKeys,
  rootOf,
  signed,
} from './memory/offices.ts';

const NOW = Date.UTC(2026, 0, 5, 1);
let keys: OfficeKeys;
beforeAll(async () => {
  keys = await newOfficeKeys();
});

const check = async (
  own: Partial<Assignment>,
  {
    newest = null,
    now = NOW,
    by = keys.director,
  }: {
    newest?: { version: number; issuedAt: number; statement: string } | null;
    now?: number;
    by?: OfficeKeys['root'];
  } = {},
) => {
  const read = await checkAssignment(await signed(assignmentOf(own.version ?? 5, [], own), by), {
    root: rootOf(keys, 1),
    kioskId: 'kiosk-1',
    newest,
    now,
  });
  return read.ok ? 'read' : read.error;
};
const newest = { version: 5, issuedAt: Date.UTC(2026, 0, 5), statement: 'another' };

describe('an assignment', () => {
  it('INV-7 is this kiosk’s, from the director, and good for now', async () => {
    expect(await check({})).toBe('read');
    expect(await check({ kioskId: 'kiosk-2' })).toBe('not-for-this-kiosk');
    expect(await check({}, { by: keys.policy })).toBe('signatures-missing');
    expect(await check({}, { now: Date.UTC(2026, 0, 8) })).toBe('assignment-expired');
    expect(await check({ more: 'than agreed' } as never)).toBe('content-invalid');
  });

  it('INV-7 is newer than the newest, by its number and by its day, whatever the clock says', async () => {
    expect(await check({ version: 6 }, { newest })).toBe('read');
    expect(await check({ version: 5 }, { newest })).toBe('assignment-older');
    expect(await check({ version: 4 }, { newest })).toBe('assignment-older');
    const before = '2026-01-04T23:59:59Z';
    expect(await check({ version: 6, issuedAt: before }, { newest, now: 0 })).toBe('assignment-older');
  });

  it('INV-7 may be heard again, word for word', async () => {
    const statement = await signed(assignmentOf(5, []), keys.director);
    const heard = { ...newest, statement: JSON.stringify(statement) };
    const ground = { root: rootOf(keys, 1), kioskId: 'kiosk-1', newest: heard, now: NOW };
    expect(await checkAssignment(statement, ground)).toMatchObject({ ok: true });
  });

  it('INV-7 names each kind once', async () => {
    const some = await Promise.all(
      [1, 2].map((version) => document('notices', version, noticesSaying('x'), [])),
    );
    expect(await check({ documents: some.map(({ named }) => named) })).toBe('content-invalid');
  });
});
