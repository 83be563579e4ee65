import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bytesFromHex, hexFromBytes } from '../../src/card-keys/hex.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { ok, type Result } from '../../src/result.ts';
import { type CardFaults, type CardSpecInput, cardSpecSchema } from '../virtual/social-card/card-spec.ts';
import { DirectListener } from '../virtual/social-card/direct-listener.ts';
import { makeCard } from '../virtual/social-card/make-card.ts';
import { wallTimers } from '../wall-timers.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { createSocialCardReader } from './social-card-reader.ts';
import { authenticateTechnician } from './technician-application.ts';

const key = cardSpecSchema.parse({
  kind: 'technician',
  technician: 'T-0417',
  key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
});
if (key.kind !== 'technician') throw new Error('not the card of a technician');
const CARD = { kind: 'technician', technician: 'T-0417', key: key.key } as const;
const publicKey = createPublicKey({
  key: { kty: 'EC', crv: 'P-256', x: CARD.key.x, y: CARD.key.y },
  format: 'jwk',
});
const CHALLENGE = Uint8Array.from({ length: 32 }, (_, index) => index);
const CHALLENGE_HEX = hexFromBytes(CHALLENGE);
const SELECT = '00A4040006F0594B545401';
const SIGN = `0088000020${CHALLENGE_HEX}00`;
const SIGNATURE = 'AB'.repeat(64);
const never = new AbortController().signal;

const bytes = (hex: string): Uint8Array => bytesFromHex(hex) ?? new Uint8Array();
const channelOf = (answer: (command: Uint8Array) => Uint8Array): ApduChannel => ({
  atr: bytes('3B6D000000005453540000240105000001'),
  transmit: async (command): Promise<Result<Uint8Array, SocialCardTrouble>> => ok(answer(command)),
  release: async () => undefined,
});
/** What the kiosk will do with the answer. */
const holds = (signature: string, challenge = CHALLENGE): boolean =>
  verify(
    'sha256',
    Buffer.concat([Buffer.from('yikatong-maintenance-1'), challenge]),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    bytes(signature),
  );
const ask = (spec: CardSpecInput) => {
  const card = makeCard(cardSpecSchema.parse(spec), (length) => new Uint8Array(length));
  return authenticateTechnician(
    channelOf((command) => card.answer(command)),
    CHALLENGE,
    never,
  );
};

describe("a technician's card in literal bytes (device guide, technician cards)", () => {
  const play = async (rows: readonly (readonly [string, string])[]) => {
    const left = [...rows];
    const channel = channelOf((command) => {
      const [expected, answer] = left.shift() ?? ['nothing more', '6F00'];
      expect(hexFromBytes(command)).toBe(expected);
      return bytes(answer);
    });
    const told = await authenticateTechnician(channel, CHALLENGE, never);
    expect(left).toEqual([]);
    return told;
  };
  const answered = { ok: true, value: { technician: 'T-0417', signature: SIGNATURE } };

  it('says its id, then signs', async () => {
    expect(
      await play([
        [SELECT, '542D303431379000'],
        [SIGN, `${SIGNATURE}9000`],
      ]),
    ).toEqual(answered);
  });

  it('is followed through 61xx, 6Cxx and 6700, as T=0 cards answer', async () => {
    expect(
      await play([
        [SELECT, '6106'],
        ['00C0000006', '542D303431379000'],
        [SIGN, '6C40'],
        [`0088000020${CHALLENGE_HEX}40`, '6140'],
        ['00C0000040', `${SIGNATURE}9000`],
      ]),
    ).toEqual(answered);
    expect(
      await play([
        [SELECT, '542D303431379000'],
        [SIGN, '6700'],
        [SIGN.slice(0, -2), '6140'],
        ['00C0000040', `${SIGNATURE}9000`],
      ]),
    ).toEqual(answered);
  });

  it.each([
    ['6A82', { kind: 'not-a-social-security-card' }],
    ['6D00', { kind: 'not-a-social-security-card' }],
    ['6F00', { kind: 'card-error', code: 'sw-6f00' }],
    ['542D3034319000', { kind: 'card-error', code: 'bad-technician-id' }],
    ['9000', { kind: 'card-error', code: 'bad-technician-id' }],
    ['90', { kind: 'card-removed' }],
  ])('a card that answers %s to SELECT is %o', async (answer, error) => {
    expect(await play([[SELECT, answer]])).toEqual({ ok: false, error });
  });

  it('a signature of another length is none', async () => {
    const rows = [
      [SELECT, '542D303431379000'],
      [SIGN, `${SIGNATURE.slice(2)}9000`],
    ] as const;
    expect(await play(rows)).toEqual({
      ok: false,
      error: { kind: 'card-error', code: 'bad-signature-length' },
    });
  });
});

describe('the virtual card of a technician', () => {
  it.each([{ answers: 'direct' }, { answers: '61xx' }, { refusesLe: true }] as const)(
    'signs so that its public key tells it, with %o',
    async (manner) => {
      const told = await ask({ ...CARD, ...manner });
      expect(told.ok && told.value.technician).toBe('T-0417');
      expect(told.ok && holds(told.value.signature)).toBe(true);
      expect(told.ok && holds(told.value.signature, CHALLENGE.toReversed())).toBe(false);
    },
  );

  it('can sign something else, which the public key does not tell', async () => {
    const told = await ask({ ...CARD, signs: 'something-else' });
    expect(told.ok && holds(told.value.signature)).toBe(false);
    expect(told.ok && told.value.signature).toMatch(/^[0-9A-F]{128}$/);
  });

  it('signs nothing before it was selected', () => {
    const card = makeCard(cardSpecSchema.parse(CARD), (length) => new Uint8Array(length));
    expect(hexFromBytes(card.answer(bytes(SIGN)))).toBe('6982');
    card.answer(bytes(SELECT));
    card.reset();
    expect(hexFromBytes(card.answer(bytes(SIGN)))).toBe('6982');
  });
});

it('names an error for any bytes a card may answer, cut or garbled', async () => {
  const garbled = fc.oneof(
    fc.uint8Array({ maxLength: 80 }),
    fc.constantFrom('9000', '6100', '6C00', '542D303431379000', '6140', '90').map(bytes),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(garbled, { maxLength: 40 }), async (answers) => {
      const left = [...answers];
      const told = await authenticateTechnician(
        channelOf(() => left.shift() ?? new Uint8Array(1)),
        CHALLENGE,
        never,
      );
      // Only an id of the right form and 64 bytes are ever believed.
      if (told.ok) expect(told.value.signature).toMatch(/^[0-9A-F]{128}$/);
      else expect(['card-error', 'card-removed', 'not-a-social-security-card']).toContain(told.error.kind);
    }),
  );
});

describe('a technician at the reader', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  async function bench() {
    const slot = new DirectListener(wallTimers, (length) => new Uint8Array(length));
    const port = await slot.listen(0);
    const made = createSocialCardReader({
      reader: `direct://127.0.0.1:${port}`,
      timers: wallTimers,
      apduDeadlineMs: 60,
    });
    if (!made.ok) throw new Error(made.error.message);
    const reader = made.value;
    closers.push(
      () => reader.close(),
      () => slot.close(),
    );
    await reader.open();
    const put = async (spec: CardSpecInput, faults: CardFaults = {}) => {
      await slot.insert(cardSpecSchema.parse(spec), faults);
      return reader.authenticateTechnician(CHALLENGE, never);
    };
    return { slot, reader, put };
  }

  it('is waited for, and given up with the signal', async () => {
    const { slot, reader } = await bench();
    const giveUp = new AbortController();
    const nobody = reader.authenticateTechnician(CHALLENGE, giveUp.signal);
    giveUp.abort();
    expect(await nobody).toEqual({ ok: false, error: { kind: 'aborted' } });
    const somebody = reader.authenticateTechnician(CHALLENGE, never);
    await slot.insert(cardSpecSchema.parse(CARD), {});
    const told = await somebody;
    expect(told.ok && holds(told.value.signature)).toBe(true);
  });

  it.each([
    ['pulled in the first APDU', { pullAtApdu: 1 }, 'card-removed'],
    ['pulled in mid-signature', { pullAtApdu: 3 }, 'card-removed'],
    ['silent', { silentFromApdu: 3 }, 'mute'],
  ])('%s is named, and the next card is read', async (_, faults, kind) => {
    const { put } = await bench();
    expect(await put(CARD, faults)).toMatchObject({ ok: false, error: { kind } });
    expect(await put(CARD)).toMatchObject({ ok: true, value: { technician: 'T-0417' } });
  });

  it.each([
    ['mute', { kind: 'mute' }, 'mute'],
    [
      "a resident's bank card",
      { kind: 'bank-only', accountNumber: '6217990000000000014' },
      'not-a-social-security-card',
    ],
  ] as const)('%s is no card of a technician', async (_, spec, kind) => {
    const { put } = await bench();
    expect(await put(spec)).toMatchObject({ ok: false, error: { kind } });
  });
});
