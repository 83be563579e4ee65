import { expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import type { CardKeyService } from '../../src/ports/social-card-reader.ts';
import { ok } from '../../src/result.ts';
import { cardSpecSchema } from '../virtual/social-card/card-spec.ts';
import { makeCard } from '../virtual/social-card/make-card.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { readCard } from './card-reading.ts';

const bytes = (hex: string): Uint8Array => {
  const parsed = bytesFromHex(hex);
  if (parsed === null) throw new Error(`not hex: ${hex}`);
  return parsed;
};
const SELECT_SSSE = '00A404000F7378312E73682EC9E7BBE1B1A3D5CF';
const FCI = '6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA5098801019F0C03860103';
const ID = '0110460100D156000005A1B2C3D4E5F60718';
const NUMBER = '0709543030303030303031';
const SSN = '0812343630313939313939303031303130303239';
const NAME = `091ECAD4D1E9BCD7${'00'.repeat(24)}`;
const TRACK_2 =
  '703C57136217990000000000014D34122200000000000F5F200B53504543494D454E2F41209F61123030303030303030303030303030303030309F620100';
const PAN = '70165F24033412315A0A6217990000000000014F5F340101';

/** Rows of protocols 6.4 whose answer does not depend on keys, and 6.5. */
const FREE_ROWS: readonly (readonly [string, string])[] = [
  [SELECT_SSSE, '611E'],
  ['00C000001E', `${FCI}9000`],
  ['00A4020002EF05', '9000'],
  ['00B2010012', `${ID}9000`],
  ['00B2020003', '0201339000'],
  ['00B2030006', '0304332E30309000'],
  ['00B204000E', '040C4601000000000000000000019000'],
  ['00B2050006', '0504202401059000'],
  ['00B2060006', '0604203401059000'],
  ['00A4020002EF06', '9000'],
  ['00B2080014', '6982'],
];
const HOLDER_ROWS: readonly (readonly [string, string])[] = [
  ['00B2080014', `${SSN}9000`],
  ['00B2090020', `${NAME}9000`],
  ['00B24E0016', `4E14${'00'.repeat(20)}9000`],
  ['00B20A0003', '0A01329000'],
  ['00B20B0003', '0B01199000'],
  ['00B20C0005', '0C034601999000'],
  ['00B20D0006', '0D04199001019000'],
  ['00B2072C00', `${NUMBER}9000`],
  ['00B2013400', `${SSN}9000`],
  ['00B2023400', `${NAME}9000`],
  ['00B2072800', `${NUMBER}9000`],
  ['00B2093000', `${NAME}9000`],
  ['00B2073000', '6A83'],
  ['00A4040008A000000333010101', '9000'],
  ['00B2010C00', `${TRACK_2}9000`],
  ['00B2011400', `${PAN}9000`],
];

const card = () =>
  makeCard(
    cardSpecSchema.parse({
      kind: 'social-security',
      specVersion: '3.00',
      algorithm: '03',
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
      accountNumber: '6217990000000000014',
    }),
    (length) => new Uint8Array(length).fill(0x11),
  );

it('the virtual 3.00 card answers the free rows of protocols 6.4', () => {
  const virtual = card();
  expect(hexFromBytes(virtual.atr)).toBe('3B6D000000005453540000240105000001');
  for (const [command, answer] of FREE_ROWS) {
    expect([command, hexFromBytes(virtual.answer(bytes(command)))]).toEqual([command, answer]);
  }
});

it('the virtual card answers wrong external data with 63C2, 63C1, 6983 (row 14)', () => {
  const virtual = card();
  const answers = [1, 2, 3].map(() => {
    virtual.answer(bytes(SELECT_SSSE));
    virtual.answer(bytes('0084000008'));
    virtual.answer(bytes('0084000008'));
    return hexFromBytes(virtual.answer(bytes(`0082000A10${'00'.repeat(16)}`)));
  });
  expect(answers).toEqual(['63C2', '63C1', '6983']);
});

/** The same dialogue as a script: the dummy internal result and challenges of rows 11-14, then the open card. */
it('the driver walks the dialogue of protocols 6.4 and 6.5 and reads what it says', async () => {
  const external = 'C'.repeat(32);
  const script = new Map<string, string>([...FREE_ROWS, ...HOLDER_ROWS, ['00B207000B', `${NUMBER}9000`]]);
  script.set(`008800001022222222222222221111111111111111`, 'A5A5A5A5A5A5A5A59000');
  script.set(`0082000A10${external}`, '9000');
  const challenges = ['11', '22', '33', '44'].map((byte) => `${byte.repeat(8)}9000`);
  const channel: ApduChannel = {
    atr: card().atr,
    transmit: async (command) => {
      const hex = hexFromBytes(command);
      const answer = hex === '0084000008' ? challenges.shift() : script.get(hex);
      return ok(bytes(answer ?? '6D00'));
    },
    release: async () => undefined,
  };
  const asked: unknown[] = [];
  const keys: CardKeyService = {
    authenticate: async (request) => {
      asked.push(request);
      return ok({ externalData: external });
    },
  };
  expect(await readCard(channel, keys, new AbortController().signal)).toEqual({
    ok: true,
    value: {
      remark: null,
      card: {
        specVersion: '3.00',
        generation: 3,
        cardId: '460100D156000005A1B2C3D4E5F60718',
        cardNumber: 'T00000001',
        socialSecurityNumber: '460199199001010029',
        name: '试验甲',
        sex: 'female',
        ethnicGroup: '19',
        birthPlace: '460199',
        birthDate: '1990-01-01',
        issuedOn: '2024-01-05',
        expiresOn: '2034-01-05',
        accountNumber: '6217990000000000014',
      },
    },
  });
  expect(asked).toEqual([
    {
      region: '460100',
      atr: '00005453540000240105000001',
      algorithm: '03',
      cardId: '460100D156000005A1B2C3D4E5F60718',
      internalFactor: '22'.repeat(8),
      internalSource: '11'.repeat(8),
      internalResult: 'A5'.repeat(8),
      externalFactor: '44'.repeat(8),
      externalSource: '33'.repeat(8),
    },
  ]);
});
