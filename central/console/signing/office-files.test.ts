import fc from 'fast-check';
import { base64url } from 'jose';
import { describe, expect, it } from 'vitest';
import { payloadFile, payloadFileName, rootIn, signatureIn } from './office-files.ts';

const KID = 'a'.repeat(43);
const signed = {
  kind: 'policy-pack',
  line: 'hainan',
  payloadSha256: '0'.repeat(64),
  protected: 'eyJ9',
  signature: 'b'.repeat(86),
};
const role = { kids: [KID], threshold: 1 };
const root = {
  type: 'yikatong-root',
  version: 2,
  issuedAt: '2026-11-22T00:00:00.000Z',
  expiresAt: '2028-11-22T00:00:00.000Z',
  keys: [{ kty: 'OKP', crv: 'Ed25519', x: KID, kid: KID, office: '省社保卡中心' }],
  roles: { root: role, policy: role, configuration: role, director: role, certificates: role },
};
const statement = {
  payload: base64url.encode(JSON.stringify(root)),
  signatures: [{ protected: 'eyJ9', signature: 'b'.repeat(86) }],
};

describe('what goes between the console and an office that signs on its own machine', () => {
  it('INV-7 hands out the payload alone, under a name that says what it is', () => {
    const one = {
      ...{ kind: 'policy-pack' as const, line: 'hainan', version: 5, payload: 'eyJ9', threshold: 2 },
      ...{ payloadSha256: '0'.repeat(64), role: 'policy' as const, offices: [] },
    };
    expect(JSON.parse(payloadFile(one))).toEqual({ payload: 'eyJ9' });
    expect(payloadFileName(one)).toBe('policy-pack-hainan-5.json');
  });

  it('INV-7 takes a signature as the tool writes it and as it prints it', () => {
    expect(signatureIn(JSON.stringify(signed))).toEqual(signed);
    expect(signatureIn(JSON.stringify({ ...signed, version: 5, office: '人社厅', kid: KID }))).toEqual(
      signed,
    );
  });

  it('takes a root with its signatures, and none without', () => {
    expect(rootIn(JSON.stringify(statement))?.root.version).toBe(2);
    expect(rootIn(JSON.stringify({ ...statement, signatures: [] }))).toBeNull();
    expect(rootIn(JSON.stringify({ ...statement, payload: base64url.encode('{}') }))).toBeNull();
  });

  it('whatever else a file holds is neither', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(signatureIn(text)).toBeNull();
        expect(rootIn(text)).toBeNull();
      }),
    );
  });
});
