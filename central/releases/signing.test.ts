import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/configuration/check-document.ts';
import type { TrustRoot } from '../../src/contracts/configuration/keys.ts';
import { currentDocument } from './drafts.ts';
import { benchOffice, releaseBench, SIGNER, signedBy } from './release-bench.ts';
import { addSignature, payloadsToSign } from './signing.ts';
import { addRoot, newestRoot } from './trust-roots.ts';

type Bench = Awaited<ReturnType<typeof releaseBench>>;
const TEXTS = { zh: { 'home.title': '要办什么？' }, en: {} };

const approvedPack = async (bench: Bench) => {
  const { content } = await currentDocument(bench.desk, { kind: 'policy-pack', line: 'hainan' });
  return bench.approved('policy-pack', 'hainan', content);
};
const signedDocument = (bench: Bench) =>
  bench.foundations.queries.selectFrom('configuration_document').selectAll().executeTakeFirst();

describe('INV-7 what two of three offices signed', () => {
  it('becomes a document that a kiosk takes in, under exactly its digest', async () => {
    await using bench = await releaseBench();
    const { releaseId } = await approvedPack(bench);
    const first = bench.allowed(await bench.sign(releaseId, bench.offices.officeC));
    expect(first).toMatchObject({
      state: 'approved',
      documents: [{ signatures: 1, threshold: 2, sha256: null }],
    });
    expect(await signedDocument(bench)).toBeUndefined();
    const second = bench.allowed(await bench.sign(releaseId, bench.offices.officeA));
    expect(second.state).toBe('signed');
    expect(second.documents[0]?.signedBy.map(({ office }) => office).toSorted()).toEqual([
      '省信息中心',
      '省社保卡中心',
    ]);
    const row = await signedDocument(bench);
    if (!row) throw new Error('nothing signed');
    const { kind, line, version, sha256, length } = row;
    const opened = await openDocument(
      row.statement,
      { kind, line, version, sha256, length },
      bench.offices.root(),
    );
    expect(opened).toMatchObject({
      ok: true,
      value: {
        header: { version: 2, release: releaseId, reason: '省厅通知' },
        content: { id: 'hainan', version: 2 },
      },
    });
  });

  it('needs one signature of the configuration key for other kinds', async () => {
    await using bench = await releaseBench();
    const { releaseId } = await bench.approved('texts', 'hainan', TEXTS);
    expect(bench.allowed(await bench.sign(releaseId, bench.offices.configuration)).state).toBe('signed');
    const acts = await bench.foundations.queries
      .selectFrom('operator_act')
      .select(['act', 'operator_id', 'detail'])
      .where('act', '=', 'release-signature-added')
      .execute();
    expect(acts).toHaveLength(1);
    expect(acts[0]).toMatchObject({ operator_id: SIGNER });
    expect(JSON.parse(acts[0]?.detail ?? '')).toMatchObject({ kind: 'texts', version: 1, signed: true });
  });

  it('makes the same text whoever signs first', async () => {
    const order = async (names: readonly ('officeA' | 'officeB')[]) => {
      await using bench = await releaseBench();
      const { releaseId } = await approvedPack(bench);
      for (const name of names) bench.allowed(await bench.sign(releaseId, bench.offices[name]));
      const { statement = '{}' } = (await signedDocument(bench)) ?? {};
      const kids = (JSON.parse(statement).signatures as { protected: string }[]).map((one) =>
        String(JSON.parse(Buffer.from(one.protected, 'base64url').toString()).kid),
      );
      return kids.toString() === kids.toSorted().toString();
    };
    expect([await order(['officeA', 'officeB']), await order(['officeB', 'officeA'])]).toEqual([true, true]);
  });
});

describe('INV-7 a signature that is refused, in words', () => {
  it.each<[string, (bench: Bench, releaseId: string) => Promise<unknown>]>([
    ['key-unknown', async (bench, id) => bench.sign(id, await benchOffice('陌生人'))],
    ['key-of-another-role', (bench, id) => bench.sign(id, bench.offices.configuration)],
    [
      'office-signed-already',
      async (bench, id) => {
        await bench.sign(id, bench.offices.officeA);
        return bench.sign(id, bench.offices.officeA);
      },
    ],
    [
      'payload-differs',
      (bench, id) => bench.sign(id, bench.offices.officeA, { payloadSha256: '0'.repeat(64) }),
    ],
    [
      'signature-malformed',
      (bench, id) => bench.sign(id, bench.offices.officeA, { protected: 'bm90IGpzb24' }),
    ],
    [
      'signature-wrong',
      async (bench, id) => bench.sign(id, bench.offices.officeA, await bench.offices.officeA.sign('e30')),
    ],
    ['no-such-document', (bench, id) => bench.sign(id, bench.offices.officeA, { kind: 'texts' })],
  ])('%s', async (refusal, act) => {
    await using bench = await releaseBench();
    const { releaseId } = await approvedPack(bench);
    const answer = await act(bench, releaseId);
    expect(answer).toMatchObject({ done: false, refusal, says: { zh: expect.stringMatching(/。$/) } });
    expect(await signedDocument(bench)).toBeUndefined();
  });

  it('is asked for only once a second person approved', async () => {
    await using bench = await releaseBench();
    const { releaseId } = await bench.drafted('texts', 'hainan', TEXTS);
    expect(await payloadsToSign(bench.desk, releaseId)).toMatchObject({ refusal: 'not-now' });
    const given = {
      ...({ kind: 'texts', line: 'hainan', payloadSha256: '0'.repeat(64) } as const),
      ...(await bench.offices.configuration.sign('e30')),
    };
    expect(await addSignature(bench.desk, { operatorId: SIGNER, releaseId }, given)).toMatchObject({
      refusal: 'not-now',
    });
  });

  it('counts for nothing under a root that is over, or without one', async () => {
    await using bench = await releaseBench();
    const { releaseId } = await approvedPack(bench);
    bench.advance(800 * 24 * 60 * 60 * 1000);
    expect(await bench.sign(releaseId, bench.offices.officeA)).toMatchObject({ refusal: 'root-over' });
    await using bare = await releaseBench({ withoutRoot: true });
    const other = await approvedPack(bare);
    expect(await bare.sign(other.releaseId, bare.offices.officeA)).toMatchObject({ refusal: 'no-root' });
  });
});

describe('INV-7 the next root of trust', () => {
  const nextRoot = (bench: Bench, change: Partial<TrustRoot> = {}) =>
    bench.offices.root({ version: 2, expiresAt: '2029-01-01T00:00:00.000Z', ...change });

  it('is taken in when enough of the old and of its own keys signed it', async () => {
    await using bench = await releaseBench();
    const { rootB, rootC } = bench.offices;
    const added = await addRoot(bench.foundations, 'O-0004', await signedBy(nextRoot(bench), [rootB, rootC]));
    expect(added).toMatchObject({ ok: true, value: { version: 2 } });
    expect((await newestRoot(bench.foundations.queries))?.root.version).toBe(2);
    expect(bench.heard).toContainEqual({ about: 'every-kiosk' });
  });

  it.each<[string, (bench: Bench) => Promise<Parameters<typeof addRoot>[2]>]>([
    ['too few signed', (bench) => signedBy(nextRoot(bench), [bench.offices.rootA])],
    [
      'offices are no root keys',
      (bench) => signedBy(nextRoot(bench), [bench.offices.officeA, bench.offices.officeB]),
    ],
    [
      'a version is left out',
      (bench) => signedBy(nextRoot(bench, { version: 3 }), [bench.offices.rootA, bench.offices.rootB]),
    ],
  ])('is refused where %s', async (_why, statement) => {
    await using bench = await releaseBench();
    const added = await addRoot(bench.foundations, 'O-0004', await statement(bench));
    expect(added).toEqual({ ok: false, error: 'root-not-followed' });
    expect((await newestRoot(bench.foundations.queries))?.root.version).toBe(1);
  });

  it('takes a key away: what only its office signed does not count any more', async () => {
    await using bench = await releaseBench();
    const { releaseId } = await approvedPack(bench);
    const { rootA, rootB, officeA, officeB, officeC } = bench.offices;
    bench.allowed(await bench.sign(releaseId, officeA));
    const { roles } = bench.offices.root();
    const without = nextRoot(bench, {
      roles: { ...roles, policy: { kids: [officeB.kid, officeC.kid], threshold: 2 } },
    });
    await addRoot(bench.foundations, 'O-0004', await signedBy(without, [rootA, rootB]));
    expect(bench.allowed(await bench.sign(releaseId, officeB)).state).toBe('approved');
    const done = bench.allowed(await bench.sign(releaseId, officeC));
    expect(done.state).toBe('signed');
    expect(JSON.parse((await signedDocument(bench))?.statement ?? '{}').signatures).toHaveLength(2);
  });
});
