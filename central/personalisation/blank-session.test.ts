import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesFromHex } from '../../src/card-keys/hex.ts';
import { REFERENCE_PERSONALISATION_KEY } from '../../src/card-keys/personalisation-keys.ts';
import { blankCard } from './blank-bench.ts';
import { allDone, greeting, readGreeting } from './blank-session.ts';

const MASTER_KEY = bytesFromHex(REFERENCE_PERSONALISATION_KEY, 16) ?? new Uint8Array();
const HOST_CHALLENGE = '1122334455667788';
const SERIAL = '0000000000000007';

describe('what a blank answers to the greeting', () => {
  const genuine = blankCard(SERIAL).answers(greeting(HOST_CHALLENGE));

  it('of a genuine blank is a session', () => {
    expect(readGreeting(MASTER_KEY, HOST_CHALLENGE, genuine)).toEqual({
      hostChallenge: HOST_CHALLENGE,
      blankSerial: SERIAL,
      cardChallenge: '5A5A5A5A5A5A5A5A',
    });
  });

  it('with any byte changed, cut, doubled or made up is no session', () => {
    const hex = fc
      .uint8Array({ maxLength: 60 })
      .map((bytes) => Buffer.from(bytes).toString('hex').toUpperCase());
    const [select = '', initial = ''] = genuine;
    const damaged = fc
      .tuple(fc.nat({ max: initial.length - 1 }), fc.integer({ min: 1, max: 15 }))
      .map(
        ([at, change]) =>
          initial.slice(0, at) +
          (Number.parseInt(initial.charAt(at), 16) ^ change).toString(16).toUpperCase() +
          initial.slice(at + 1),
      );
    const cut = fc.nat({ max: initial.length / 2 - 1 }).map((bytes) => initial.slice(0, bytes * 2));
    const answers = fc.oneof(
      fc.oneof(damaged, cut, hex).map((second) => [select, second]),
      fc.array(hex, { maxLength: 4 }),
      fc.constant([...genuine, '9000']),
    );
    fc.assert(
      fc.property(answers, (given) => {
        expect(['bad-answer', 'wrong-card']).toContain(readGreeting(MASTER_KEY, HOST_CHALLENGE, given));
      }),
    );
  });

  it('only 9000 is done', () => {
    expect(allDone(['9000', '01029000'])).toBe(true);
    for (const bad of ['6985', '6A81', '63C2', '9001', '90006100'])
      expect(allDone(['9000', bad])).toBe(false);
  });
});
