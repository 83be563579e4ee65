import { compactDecrypt, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificateText } from '../../src/configuration/certificate-text.ts';
import { kioskCertificate } from '../../src/contracts/receipt-code.ts';
import { BENCH_NOW } from '../central-bench.ts';
import { benchSealing, type DirectorBench, directorBench, pollOf } from './director-bench.ts';
import { BENCH_CENTRE_KEYS, benchDocument } from './trust-bench.ts';

const NOTICES = benchDocument({ kind: 'notices', line: 'hainan', version: 3 }, { notices: [] });
const OLDER = benchDocument({ kind: 'notices', line: 'hainan', version: 2 }, { notices: [] });
const TECHNICIANS = benchDocument(
  { kind: 'technicians', line: 'hainan', version: 1 },
  { technicians: ['T-0417'] },
);

let bench: DirectorBench;
beforeEach(async () => {
  bench = await directorBench();
});
afterEach(() => bench[Symbol.asyncDispose]());

describe('a document', () => {
  it('INV-7 comes as the exact text that was signed, and may be kept for ever', async () => {
    await bench.target(NOTICES);
    await bench.poll();
    const answer = await bench.document(NOTICES.sha256);
    expect(answer.body).toEqual({ form: 'plain', statement: NOTICES.statement });
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  });

  it('INV-7 of a sealed kind is opened by its kiosk alone, and nobody who listens learns a word of it', async () => {
    await bench.target(TECHNICIANS);
    await bench.poll();
    const answer = await bench.document(TECHNICIANS.sha256);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body.form).toBe('sealed');
    const jwe = String(answer.body.jwe);
    const opened = await compactDecrypt(jwe, benchSealing.privateKey);
    expect(new TextDecoder().decode(opened.plaintext)).toBe(TECHNICIANS.statement);
    expect(opened.protectedHeader).toMatchObject({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' });
    const parts = jwe.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(parts.join()).not.toContain('technicians');
    const own = await bench.document(TECHNICIANS.sha256);
    expect(own.body.jwe).not.toBe(jwe);
  });

  it('is not handed to another kiosk, before it is assigned, nor after another took its place', async () => {
    const other = await bench.kiosk();
    await bench.poll(pollOf(), other.token);
    await bench.target(OLDER);
    const status = async (sha256: string, token?: string) => (await bench.document(sha256, token)).status;
    expect(await status(OLDER.sha256)).toBe(404);
    await bench.poll();
    expect(await status(OLDER.sha256)).toBe(200);
    expect(await status(OLDER.sha256, other.token)).toBe(404);
    expect(await status(NOTICES.sha256)).toBe(404);
    await bench.target(NOTICES, { before: OLDER.sha256 });
    await bench.poll(pollOf({ assignment: 1 }));
    expect([await status(OLDER.sha256), await status(NOTICES.sha256)]).toEqual([404, 200]);
    await bench.target(NOTICES, { before: OLDER.sha256, back: 1 });
    await bench.poll(pollOf({ assignment: 2 }));
    expect([await status(OLDER.sha256), await status(NOTICES.sha256)]).toEqual([200, 404]);
  });

  it('is refused for a sealing key that is no point of the curve, and for what is no digest', async () => {
    await bench.target(TECHNICIANS);
    const zeros = 'A'.repeat(43);
    const sealingKey = { kty: 'EC', crv: 'P-256', x: zeros, y: zeros } as const;
    await bench.poll(pollOf({}, { sealingKey }));
    expect((await bench.document(TECHNICIANS.sha256)).status).toBe(400);
    expect((await bench.document('x')).status).toBe(400);
  });
});

describe('a certificate', () => {
  const DAY = 24 * 60 * 60;
  const now = BENCH_NOW / 1000;
  const certificateOf = async (endsAt: number | null | undefined) => {
    const said = endsAt === undefined ? {} : { certificateEndsAt: endsAt };
    return (await bench.poll(pollOf({ assignment: 1 }, said))).certificate;
  };

  it('vouches for the kiosk’s own key for 400 days, signed by the centre', async () => {
    await bench.poll();
    const text = await certificateOf(null);
    if (text === null) throw new Error('none');
    expect(text.length).toBeLessThanOrEqual(400);
    const certificate = kioskCertificate.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    const [kioskId, key, from, until, kid, signature] = certificate;
    const { publicKey } = BENCH_CENTRE_KEYS.certificates;
    expect([kioskId, key, until, kid]).toEqual([
      bench.first.kioskId,
      bench.first.enrolment.publicKey.x,
      now + 400 * DAY,
      publicKey.kid,
    ]);
    expect(from).toBeLessThanOrEqual(now);
    const verified = await crypto.subtle.verify(
      'Ed25519',
      (await importJWK(publicKey, 'EdDSA')) as CryptoKey,
      Buffer.from(signature, 'base64url'),
      Buffer.from(certificateText([kioskId, key, from, until])),
    );
    expect(verified).toBe(true);
  });

  it('is renewed thirty days before its end, and not before', async () => {
    await bench.poll();
    expect(await certificateOf(now + 31 * DAY)).toBeNull();
    expect(await certificateOf(now + 30 * DAY - 1)).not.toBeNull();
    expect(await certificateOf(undefined)).toBeNull();
  });
});
