import { CompactEncrypt, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { signPayload } from '../../../src/configuration/sign-statement.ts';
import { openOfficeKey } from './office-key.ts';
import { payloadDigest, payloadDocument } from './payload-digest.ts';

const PASSPHRASE = 'grain harbour lantern';
const seal = (plain: object) =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(plain)))
    .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
    .setKeyManagementParameters({ p2c: 1_000 })
    .encrypt(new TextEncoder().encode(PASSPHRASE));

async function newKey() {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { jwk, publicKey: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '', kid, office: '省社保卡中心' } };
}
const fileOf = (publicKey: object, sealed: string) =>
  JSON.stringify({ type: 'yikatong-office-key', publicKey, sealed });

let own: Awaited<ReturnType<typeof newKey>>;
let file: string;
beforeAll(async () => {
  own = await newKey();
  file = fileOf(own.publicKey, await seal(own.jwk));
});

describe('an office’s key in the browser', () => {
  it('opens with its passphrase, signs, and cannot be taken out again', async () => {
    const opened = await openOfficeKey(file, PASSPHRASE);
    if (!opened.ok) throw new Error(opened.error);
    expect(opened.value.key.extractable).toBe(false);
    const signature = await signPayload('eyJhIjoxfQ', opened.value.key, opened.value.publicKey.kid);
    expect(signature.signature).toHaveLength(86);
  });

  it('stays closed to another passphrase, and to a file that was changed', async () => {
    expect(await openOfficeKey(file, `${PASSPHRASE}!`)).toEqual({ ok: false, error: 'wrong-passphrase' });
    const damaged = fileOf(own.publicKey, `${(await seal(own.jwk)).slice(0, -6)}AAAAAA`);
    expect(await openOfficeKey(damaged, PASSPHRASE)).toEqual({ ok: false, error: 'wrong-passphrase' });
  });

  it('is no key where the file names another office’s public key', async () => {
    const other = await newKey();
    const swapped = fileOf(other.publicKey, await seal(own.jwk));
    expect(await openOfficeKey(swapped, PASSPHRASE)).toEqual({ ok: false, error: 'not-a-key' });
  });

  it.each(['', 'x', '{}', '[]', '{"type":"yikatong-office-key"}'])('is no key: %j', async (text) => {
    expect(await openOfficeKey(text, PASSPHRASE)).toEqual({ ok: false, error: 'not-a-key' });
  });
});

describe('what is signed', () => {
  it('has the digest of its text', async () => {
    expect(await payloadDigest('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it.each(['', '%%%', 'eyJhIjoxfQ', '/w'])('is no document: %j', (payload) => {
    expect(payloadDocument(payload)).toBeNull();
  });
});
