import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from './hex.ts';
import {
  DATA_GROUP,
  initializeUpdate,
  parseGroups,
  parseInitializeAnswer,
  personalisationScript,
} from './personalisation-commands.ts';
import {
  cmac,
  FIRST_CHAIN,
  personalisationCardKey,
  personalisationSession,
  REFERENCE_PERSONALISATION_KEY,
  sessionOfCardKey,
} from './personalisation-keys.ts';
import type { Sm4Block } from './reference-key-scheme.ts';

const blockOf =
  (name: string): Sm4Block =>
  (key, block) => {
    const cipher = createCipheriv(name, key, null).setAutoPadding(false);
    return Uint8Array.from(Buffer.concat([cipher.update(block), cipher.final()]));
  };
const sm4 = blockOf('sm4-ecb');
const bytes = (hex: string): Uint8Array => bytesFromHex(hex.replaceAll(' ', '')) ?? new Uint8Array();
const masterKey = bytes(REFERENCE_PERSONALISATION_KEY);
const request = {
  sm4,
  masterKey,
  cardSerial: bytes('0000000000000007'),
  hostChallenge: bytes('11'.repeat(8)),
  cardChallenge: bytes('22'.repeat(8)),
};

describe('keys of personalisation', () => {
  // RFC 4493 examples 1-4: CMAC is the same over any block cipher.
  it.each([
    ['', 'BB1D6929E95937287FA37D129B756746'],
    ['6BC1BEE22E409F96E93D7E117393172A', '070A16B46B4D4144F79BDD9DD04A287C'],
    [
      '6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411',
      'DFA66747DE9AE63030CA32611497C827',
    ],
  ])('CMAC of %s is the known answer', (message, expected) => {
    const key = bytes('2B7E151628AED2A6ABF7158809CF4F3C');
    expect(hexFromBytes(cmac(blockOf('aes-128-ecb'), key, bytes(message)))).toBe(expected);
  });

  it('are the same from the centre’s master key and from the chip’s own', () => {
    const centre = personalisationSession(request);
    const cardKey = personalisationCardKey(sm4, masterKey, request.cardSerial);
    const chip = sessionOfCardKey(sm4, cardKey, request.hostChallenge, request.cardChallenge);
    expect(chip.cardCryptogram).toEqual(centre.cardCryptogram);
    expect(chip.hostCryptogram).toEqual(centre.hostCryptogram);
    const command = [FIRST_CHAIN, bytes('84E28000'), bytes('EF0500')] as const;
    expect(chip.mac(...command)).toEqual(centre.mac(...command));
    expect(centre.cardCryptogram).not.toEqual(centre.hostCryptogram);
  });

  it('differ with serial, either challenge and master key', () => {
    const shown = (change: Partial<typeof request>): string =>
      hexFromBytes(personalisationSession({ ...request, ...change }).cardCryptogram);
    const all = [
      shown({}),
      shown({ cardSerial: bytes('0000000000000008') }),
      shown({ hostChallenge: bytes('33'.repeat(8)) }),
      shown({ cardChallenge: bytes('33'.repeat(8)) }),
      shown({ masterKey: bytes('33'.repeat(16)) }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('give another MAC for any other header, data or place in the chain', () => {
    const session = personalisationSession(request);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 247 }), fc.nat(), (data, where) => {
        const header = bytes('84E20000');
        const sealed = session.mac(FIRST_CHAIN, header, data);
        const changed = data.map((byte, at) => (at === where % data.length ? byte ^ 1 : byte));
        expect(session.mac(FIRST_CHAIN, header, changed).mac).not.toEqual(sealed.mac);
        expect(session.mac(FIRST_CHAIN, bytes('84E28000'), data).mac).not.toEqual(sealed.mac);
        expect(session.mac(sealed.chain, header, data).mac).not.toEqual(sealed.mac);
        expect(session.mac(FIRST_CHAIN, header, data.slice(1)).mac).not.toEqual(sealed.mac);
      }),
    );
  });
});

describe('commands of personalisation', () => {
  it('ask a blank who it is and read its answer', () => {
    expect(initializeUpdate(bytes('11'.repeat(8)))).toBe('80500000081111111111111111');
    const answer = bytes(`${'AA'.repeat(8)}${'BB'.repeat(8)}${'CC'.repeat(8)}9000`);
    expect(parseInitializeAnswer(answer)).toEqual({
      cardSerial: bytes('AA'.repeat(8)),
      cardChallenge: bytes('BB'.repeat(8)),
      cardCryptogram: bytes('CC'.repeat(8)),
    });
    expect(parseInitializeAnswer(bytes('6A81'))).toBeNull();
    expect(parseInitializeAnswer(answer.map((byte) => (byte === 0x90 ? 0x69 : byte)))).toBeNull();
  });

  it('make a script that authenticates, counts its blocks and marks the last', () => {
    const script = personalisationScript(personalisationSession(request), [
      { id: DATA_GROUP.issuer, content: bytes('010102') },
      { id: DATA_GROUP.account, content: bytes('5A00') },
    ]);
    const commands = script.ok ? script.value : [];
    expect(commands.map((command) => command.slice(0, 10))).toEqual([
      '8082000010',
      '84E200000E',
      '84E280010D',
    ]);
    expect(commands[1]).toContain('EF0503010102');
    expect(commands[2]).toContain('0201025A00');
  });

  it('refuse a group that does not fit into one command, and a script of nothing', () => {
    const session = personalisationSession(request);
    const group = (length: number) => [{ id: DATA_GROUP.holder, content: new Uint8Array(length) }];
    expect(personalisationScript(session, group(244)).ok).toBe(true);
    expect(personalisationScript(session, group(245))).toEqual({ ok: false, error: { code: 'too-long' } });
    expect(personalisationScript(session, [])).toEqual({ ok: false, error: { code: 'no-data' } });
  });

  it('read any block, or none, without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (block) => {
        const groups = parseGroups(block);
        const length = groups?.reduce((sum, group) => sum + 3 + group.content.length, 0);
        expect(length ?? block.length).toBe(block.length);
      }),
    );
  });
});
