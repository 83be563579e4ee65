import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedStatement, TrustRoot } from '../contracts/configuration/keys.ts';
import { followRoots, openRoot, renewedRoles, rootStands, type TrustedRoot } from './follow-roots.ts';
import { newKey, newOfficeKeys, type OfficeKeys, rootOf, signed } from './memory/offices.ts';

let keys: OfficeKeys;
let first: TrustedRoot;
beforeAll(async () => {
  keys = await newOfficeKeys();
  const opened = await openRoot(JSON.stringify(await signed(rootOf(keys, 1), keys.root)));
  if (!opened.ok) throw new Error(opened.error);
  first = opened.value;
});

/** Every root key replaced, one at a time, round and round: after three none of the first is left. */
async function rotations(count: number, own: (version: number) => Partial<TrustRoot> = () => ({})) {
  const chain: SignedStatement[] = [];
  let held = keys;
  for (let version = 2; version <= count + 1; version += 1) {
    const root = held.root.map((key) => key);
    root[version % 3] = await newKey(`root of ${version}`);
    const next = { ...held, root };
    chain.push(await signed(rootOf(next, version, own(version)), [...new Set([...held.root, ...root])]));
    held = next;
  }
  return chain;
}

describe('the chain of roots', () => {
  it('INV-7 is followed through twelve rotations, those on the way long over', async () => {
    const chain = await rotations(12, (version) =>
      version < 13 ? { expiresAt: '2020-01-01T00:00:00Z' } : {},
    );
    const { followed, trouble } = await followRoots(first, chain);
    expect(trouble).toBeNull();
    expect(followed.map(({ root }) => root.version)).toEqual(Array.from({ length: 12 }, (_, at) => at + 2));
    const last = followed.at(-1)?.root;
    expect(last && rootStands(last, Date.UTC(2026, 6, 1))).toBe(true);
    expect(last && rootStands(last, Date.UTC(2027, 0, 1))).toBe(false);
  });

  it('INV-7 goes no further than the first one that skips, repeats or is not signed by those before', async () => {
    const chain = await rotations(4);
    const follow = async (...part: (SignedStatement | undefined)[]) => {
      const { followed, trouble } = await followRoots(
        first,
        part.filter((one) => one !== undefined),
      );
      return [followed.length, trouble];
    };
    expect(await follow(chain[0], chain[2])).toEqual([1, 'root-not-followed']);
    expect(await follow(chain[1])).toEqual([0, 'root-not-followed']);
    expect(await follow(chain[0], chain[0])).toEqual([1, 'root-not-followed']);
    const strangers = await newOfficeKeys();
    expect(await follow(await signed(rootOf(strangers, 2), strangers.root))).toEqual([
      0,
      'root-not-followed',
    ]);
    // Signed by those before alone: the new keys may be nobody's.
    expect(await follow(await signed(rootOf(strangers, 2), keys.root))).toEqual([0, 'root-not-followed']);
    expect(await follow(await signed(rootOf(strangers, 2), [...keys.root, ...strangers.root]))).toEqual([
      1,
      null,
    ]);
    // One of the old keys is not enough.
    const [one] = keys.root;
    if (one)
      expect(await follow(await signed(rootOf(strangers, 2), [one, ...strangers.root]))).toEqual([
        0,
        'root-not-followed',
      ]);
  });

  it('INV-7 holds no key under a name that is not its own: one key would count as two', async () => {
    const [key] = keys.root;
    if (!key) throw new Error('there is a root key');
    const twin = { ...key, key: { ...key.key, kid: 'A'.repeat(43) } };
    const root = rootOf({ ...keys, root: [key, twin] }, 1);
    expect(await openRoot(JSON.stringify(await signed(root, [key, twin])))).toEqual({
      ok: false,
      error: 'content-invalid',
    });
  });

  it('INV-7 lets versions begin anew only where no old key of a role can sign any more', async () => {
    const other = await newOfficeKeys();
    const before = rootOf(keys, 1);
    const renewedBy = (own: Partial<OfficeKeys>) => renewedRoles(before, rootOf({ ...keys, ...own }, 2));
    expect(renewedBy({})).toEqual([]);
    expect(renewedBy({ director: other.director })).toEqual(['director']);
    const [first, second] = keys.policy;
    if (!first || !second) throw new Error('three offices sign');
    expect(renewedBy({ policy: [first, second, ...other.policy.slice(0, 1)] })).toEqual([]);
    expect(renewedBy({ policy: [first, ...other.policy.slice(0, 2)] })).toEqual(['policy']);
  });

  it('INV-7 begins with a root that signs itself', async () => {
    const [only] = keys.root;
    if (!only) throw new Error('there is a root key');
    expect(await openRoot(JSON.stringify(await signed(rootOf(keys, 1), [only])))).toMatchObject({
      ok: false,
    });
    expect(await openRoot('{}')).toEqual({ ok: false, error: 'damaged' });
  });
});
