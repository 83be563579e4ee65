import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import {
  answerReferenceAuthentication,
  REFERENCE_MASTER_KEY,
} from '../../src/card-keys/reference-key-scheme.ts';
import type { CardKeyService, SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { ok, type Result } from '../../src/result.ts';
import { type CardSpecInput, cardSpecSchema } from '../virtual/social-card/card-spec.ts';
import { sm4Block } from '../virtual/social-card/external-rights.ts';
import { makeCard } from '../virtual/social-card/make-card.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { findTag, parseTlv } from './ber-tlv.ts';
import { readCard } from './card-reading.ts';
import { bcdDay, chineseText, recordValue } from './record-fields.ts';

const ACCOUNT = '6217990000000000014';
const CARD = {
  kind: 'social-security',
  specVersion: '2.00',
  algorithm: '01',
  cardId: '460100D156000005A1B2C3D4E5F60718',
  number: 'T00000001',
  issuedOn: '20240105',
  expiresOn: '20340105',
  holder: {
    socialSecurityNumber: '460199199001010029',
    name: '试验甲',
    sex: '2',
    ethnicGroup: '19',
    birthPlace: '460199',
    birthDate: '19900101',
  },
  accountNumber: ACCOUNT,
} as const;
const THIRD = { ...CARD, specVersion: '3.00', algorithm: '03' } as const;
const never = new AbortController().signal;

const keys: CardKeyService = {
  authenticate: async (request) =>
    answerReferenceAuthentication(request, bytesFromHex(REFERENCE_MASTER_KEY) ?? new Uint8Array(), sm4Block),
};

const channelOf = (answer: (command: Uint8Array) => Uint8Array): ApduChannel => ({
  atr: bytesFromHex('3B6D0000000054535400002401050000' + '01') ?? new Uint8Array(),
  transmit: async (command): Promise<Result<Uint8Array, SocialCardTrouble>> => ok(answer(command)),
  release: async () => undefined,
});

const read = (spec: CardSpecInput, service: CardKeyService | null = keys) => {
  const card = makeCard(cardSpecSchema.parse(spec), (length) => new Uint8Array(length).fill(0x11));
  return readCard(
    channelOf((command) => card.answer(command)),
    service,
    never,
  );
};

describe('reading a social security card (protocols 6.4, 6.5)', () => {
  it.each(['1.00', '2.00', '2.01', '3.00'] as const)(
    'reads a card of spec %s, in every T=0 manner',
    async (specVersion) => {
      for (const manner of [
        { answers: 'direct' },
        { lengths: '6Cxx' },
        { nameExtension: 'missing' },
      ] as const) {
        const reading = await read({ ...THIRD, specVersion, ...manner });
        expect(reading).toMatchObject({
          ok: true,
          value: {
            card: {
              specVersion,
              name: '试验甲',
              birthDate: '1990-01-01',
              cardNumber: 'T00000001',
              accountNumber: ACCOUNT,
            },
          },
        });
      }
    },
  );

  it('joins 姓名 and 姓名扩展 (tag 4E)', async () => {
    const name = '试验甲乙丙丁戊己庚辛壬癸子丑寅卯辰';
    const reading = await read({ ...CARD, holder: { ...CARD.holder, name } });
    expect(reading).toMatchObject({ value: { card: { name } } });
  });

  it('leaves null what a 3.0 card withholds without a key service', async () => {
    expect(await read(THIRD, null)).toMatchObject({
      ok: true,
      value: { card: { name: null, socialSecurityNumber: null, cardNumber: null, issuedOn: '2024-01-05' } },
    });
  });

  it('calls a card forged that has another master key', async () => {
    expect(await read({ ...THIRD, masterKey: '00'.repeat(16) })).toEqual({
      ok: false,
      error: { kind: 'key-service', code: 'forged-card' },
    });
  });

  it('tells wrong external data (63C2, 63C1) from a blocked key (6983)', async () => {
    const wrong: CardKeyService = { authenticate: async () => ok({ externalData: '00'.repeat(16) }) };
    const card = makeCard(cardSpecSchema.parse(THIRD), (length) => new Uint8Array(length).fill(0x11));
    const once = () =>
      readCard(
        channelOf((command) => card.answer(command)),
        wrong,
        never,
      );
    const refused = { ok: false, error: { kind: 'key-service', code: 'refused' } };
    expect([await once(), await once(), await once()]).toEqual([
      refused,
      refused,
      { ok: false, error: { kind: 'card-error', code: 'blocked' } },
    ]);
  });

  it('knows a bank-only card by 6A82', async () => {
    expect(await read({ kind: 'bank-only', accountNumber: ACCOUNT })).toMatchObject({
      error: { kind: 'not-a-social-security-card' },
    });
  });

  it('takes the account number from track 2 without 5A, and none whose check digit fails', async () => {
    expect(await read({ ...CARD, accountIn: 'track-2' })).toMatchObject({
      value: { card: { accountNumber: ACCOUNT } },
    });
    expect(await read({ ...CARD, accountNumber: '6217990000000000015' })).toMatchObject({
      value: { card: { accountNumber: null }, remark: 'bad-luhn' },
    });
  });

  it('names an error for any bytes a card may answer; short answers are a pulled card', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.uint8Array({ maxLength: 40 })), async (answers) => {
        const reading = await readCard(
          channelOf(() => answers.next().value ?? new Uint8Array()),
          keys,
          never,
        );
        expect(reading.ok).toBe(false);
      }),
    );
    expect(
      await readCard(
        channelOf(() => new Uint8Array(1)),
        keys,
        never,
      ),
    ).toEqual({ ok: false, error: { kind: 'card-removed' } });
  });
});

describe('parsers', () => {
  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        parseTlv(bytes);
        recordValue(bytes, 0x09);
        bcdDay(bytes);
        chineseText(bytes);
      }),
    );
  });

  it('walk TLV rather than search for 5A (protocols 6.5)', () => {
    const record = bytesFromHex('70165F24033412315A0A6217990000000000014F5F340101') ?? new Uint8Array();
    const nodes = parseTlv(record);
    expect(nodes.ok && hexFromBytes(findTag(nodes.value, 0x5a) ?? new Uint8Array())).toBe(
      '6217990000000000014F',
    );
    const hidden = parseTlv(bytesFromHex('5F20045A0A6217') ?? new Uint8Array());
    expect(hidden.ok && findTag(hidden.value, 0x5a)).toBeNull();
  });
});
