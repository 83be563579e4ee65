import { expect, it } from 'vitest';
import type { SignedIn } from '../../../src/contracts/console/access.ts';
import { leftOfSession } from './session-left.ts';

const session: SignedIn = {
  operatorId: 'O-0001',
  login: 'chen',
  name: '陈静',
  roles: ['viewer'],
  csrf: 'c',
  idleSeconds: 900,
  idleUntil: '2026-09-01T00:15:00Z',
  endsAt: '2026-09-01T08:00:00Z',
};
const at = (text: string) => Date.parse(`2026-09-01T${text}Z`);

it('ends a quarter of an hour after the operator last asked something', () => {
  expect(leftOfSession(session, at('00:00:00'), at('00:10:00'))).toBe(300_000);
  expect(leftOfSession(session, at('00:10:00'), at('00:10:00'))).toBe(900_000);
});

it('ends at its last minute whatever is done', () => {
  expect(leftOfSession(session, at('07:59:00'), at('07:59:00'))).toBe(60_000);
});
