import fc from 'fast-check';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SigningKey, signedStatement } from '../contracts/configuration/keys.ts';
import { kidOf, payloadOf, signPayload, statementOf, statementText } from './sign-statement.ts';
import { verifyStatement } from './verify-statement.ts';

const SAID = { type: 'yikatong-document', reason: '更换费下调', content: { fee: [1, 2] } };

async function office(name: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const { x = '' } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x });
  const key: SigningKey = { kty: 'OKP', crv: 'Ed25519', x, kid, office: name };
  return { key, sign: (payload: string) => signPayload(payload, privateKey, kid) };
}
let offices: Awaited<ReturnType<typeof office>>[];
beforeAll(async () => {
  offices = await Promise.all(['甲', '乙', '丙'].map(office));
});

describe('INV-7 a statement that offices sign', () => {
  it('is read by whoever verifies it, as it was said', async () => {
    const payload = payloadOf(SAID);
    const statement = statementOf(payload, await Promise.all(offices.map(({ sign }) => sign(payload))));
    expect(signedStatement.safeParse(statement).success).toBe(true);
    const signers = { keys: offices.map(({ key }) => key), threshold: 3 };
    expect(await verifyStatement(statement, [signers])).toEqual({ ok: true, value: SAID });
    const other = { ...statement, payload: payloadOf({ ...SAID, reason: '上调' }) };
    expect(await verifyStatement(other, [signers])).toEqual({ ok: false, error: 'signature-wrong' });
  });

  it('has one text, whoever signed first and whatever else came along', async () => {
    const payload = payloadOf(SAID);
    const signatures = await Promise.all(offices.map(({ sign }) => sign(payload)));
    const [a, b, c] = signatures.map((one) => ({ note: 'x', ...one }));
    if (!a || !b || !c) throw new Error('no signatures');
    const texts = [
      [a, b, c],
      [c, a, b],
      [b, c, a],
    ].map((order) => statementText(statementOf(payload, order)));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).not.toContain('note');
  });

  it('names its key, and nothing that is no header names one', async () => {
    const [first] = offices;
    if (!first) throw new Error('no office');
    expect(kidOf(await first.sign(payloadOf(SAID)))).toBe(first.key.kid);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => btoa(encodeURIComponent(json))),
        ),
        (text) => {
          expect(kidOf({ protected: text })).toBeNull();
        },
      ),
    );
  });

  it('signs only a payload that is the base64url of its bytes', async () => {
    const [first] = offices;
    await expect(first?.sign(`${payloadOf(SAID)}=`)).rejects.toThrow();
  });
});
