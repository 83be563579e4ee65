import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedStatement } from '../contracts/configuration/keys.ts';
import { newOfficeKeys, type OfficeKeys, rootOf, signed } from './memory/offices.ts';
import { readEnvelope, signersOf, verifyStatement } from './verify-statement.ts';

let keys: OfficeKeys;
let statement: SignedStatement;
const signers = () => [signersOf(rootOf(keys, 1), 'policy')];
beforeAll(async () => {
  keys = await newOfficeKeys();
  statement = await signed({ says: '二十元' }, keys.policy.slice(0, 2));
});

describe('a signed statement', () => {
  it('INV-7 is read where two of three offices signed', async () => {
    expect(await verifyStatement(statement, signers())).toEqual({ ok: true, value: { says: '二十元' } });
  });

  it('INV-7 counts different keys, whichever they are, and nobody else’s', async () => {
    const [first, second, third] = keys.policy;
    if (!first || !second || !third) throw new Error('three offices sign');
    const by = async (...who: typeof keys.policy) => {
      const read = await verifyStatement(await signed({}, who), signers());
      return read.ok ? 'read' : read.error;
    };
    expect(await by(second, third)).toBe('read');
    expect(await by(first, second, third)).toBe('read');
    expect(await by(first)).toBe('signatures-missing');
    expect(await by(first, first)).toBe('signatures-missing');
    expect(await by(first, ...keys.configuration, ...keys.director, ...keys.root)).toBe('signatures-missing');
    expect(await by(...keys.configuration, second, third)).toBe('read');
  });

  it.each([
    ['another algorithm', { alg: 'none', typ: 'yikatong+jws' }],
    ['another type', { alg: 'EdDSA', typ: 'JWT' }],
    ['a word more', { alg: 'EdDSA', typ: 'yikatong+jws', crit: ['b64'], b64: false }],
  ])('INV-7 is refused for %s in a header', async (_, header) => {
    const text = Buffer.from(JSON.stringify({ kid: keys.policy[0]?.key.kid, ...header })).toString(
      'base64url',
    );
    const [first, ...others] = statement.signatures;
    const changed = {
      ...statement,
      signatures: [{ ...first, protected: text, signature: first?.signature ?? '' }, ...others],
    };
    expect(await verifyStatement(changed, signers())).toEqual({ ok: false, error: 'damaged' });
  });

  it('INV-7 any flipped bit, cut or swap is refused by name, and nothing of it is read', async () => {
    const text = JSON.stringify(statement);
    const changes = fc.oneof(
      fc
        .tuple(fc.nat(text.length - 1), fc.nat(6))
        .map(
          ([at, bit]) =>
            text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1),
        ),
      fc.nat(text.length - 1).map((at) => text.slice(0, at)),
      fc.nat(text.length - 2).map((at) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)),
      fc.string(),
      fc.json(),
    );
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        fc.pre(changed !== text);
        const envelope = readEnvelope(changed);
        const read = envelope.ok ? await verifyStatement(envelope.value, signers()) : envelope;
        // A space between two marks of the envelope, or digits of a field's escape, leave what was signed as it was.
        if (read.ok) expect(envelope.ok && envelope.value).toEqual(statement);
        else expect(['damaged', 'signature-wrong', 'signatures-missing']).toContain(read.error);
      }),
      { numRuns: 400 },
    );
  });

  it('INV-7 is no statement beyond the longest length', () => {
    expect(readEnvelope(`${JSON.stringify(statement)}${' '.repeat(4_000_000)}`)).toMatchObject({
      error: 'damaged',
    });
  });
});
