import { expect, it } from 'vitest';
import { statusTrouble } from './module-status.ts';

const named = (sw3: number): string => {
  const trouble = statusTrouble(sw3);
  return trouble.kind === 'device' || trouble.kind === 'read-failed'
    ? `${trouble.kind}:${trouble.code}`
    : trouble.kind;
};

it.each([
  [0x10, 'device:host-checksum'],
  [0x11, 'device:host-length'],
  [0x21, 'device:unknown-command'],
  [0x24, 'device:unrecognised-error'],
  [0x31, 'read-failed:card-refused-reader'],
  [0x32, 'read-failed:reader-refused-card'],
  [0x33, 'read-failed:verification-failed'],
  [0x40, 'read-failed:wrong-card'],
  [0x41, 'read-failed:read-failed'],
  [0x47, 'read-failed:random-failed'],
  [0x60, 'device:self-test-failed'],
  [0x66, 'device:sam-not-authorised'],
  [0x80, 'no-card'],
  [0x81, 'read-failed:select-failed'],
  [0x90, 'device:unexpected-status'],
  [0x9f, 'device:unexpected-status'],
  [0x91, 'device:unexpected-status'],
])('SW3 %i is %s (protocols 2.3)', (sw3, name) => {
  expect(named(sw3)).toBe(name);
});

it('every byte has a name', () => {
  for (let sw3 = 0; sw3 <= 0xff; sw3 += 1)
    expect(named(sw3)).toMatch(/^(no-card|(device|read-failed):[a-zA-Z0-9-]+)$/);
  expect(named(0xab)).toBe('device:unknown-status-AB');
});
