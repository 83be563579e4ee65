import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outcomeOf } from './status-word.ts';

const refused = (name: string) => ({ kind: 'refused', name });

/** Every row of protocols 1.8. */
it.each([
  [0x9000, { kind: 'ok' }],
  [0x611e, { kind: 'more', length: 0x1e }],
  [0x63c2, { kind: 'tries-left', tries: 2, name: 'verification-failed' }],
  [0x63c0, { kind: 'tries-left', tries: 0, name: 'verification-failed' }],
  [0x6581, refused('memory-error')],
  [0x6700, refused('wrong-length')],
  [0x6981, refused('incompatible-file-structure')],
  [0x6982, refused('security-status-not-satisfied')],
  [0x6983, refused('blocked')],
  [0x6984, refused('reference-data-invalid')],
  [0x6985, refused('conditions-of-use-not-satisfied')],
  [0x6986, refused('no-current-file')],
  [0x6988, refused('secure-messaging-wrong')],
  [0x6a80, refused('bad-data-field')],
  [0x6a81, refused('not-supported-or-locked')],
  [0x6a82, refused('file-not-found')],
  [0x6a83, refused('record-not-found')],
  [0x6a86, refused('bad-p1-p2')],
  [0x6a88, refused('key-not-found')],
  [0x6c12, { kind: 'repeat', length: 0x12 }],
  [0x6d00, refused('instruction-not-supported')],
  [0x6e00, refused('class-not-supported')],
  [0x9302, refused('mac-invalid')],
  [0x9303, refused('application-permanently-locked')],
  [0x6f00, refused('sw-6f00')],
])('status word %i', (statusWord, outcome) => {
  expect(outcomeOf(statusWord)).toEqual(outcome);
});

it('takes nothing but 9000 for success', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), (statusWord) => {
      expect(outcomeOf(statusWord).kind === 'ok').toBe(statusWord === 0x9000);
    }),
  );
});
