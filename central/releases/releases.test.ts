import { describe, expect, it } from 'vitest';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import { listDocuments } from './document-list.ts';
import { checkDocument, currentDocument, draftRelease, putDocument, removeDocument } from './drafts.ts';
import { APPROVER, EDITOR, releaseBench } from './release-bench.ts';
import { releaseSummaries } from './release-view.ts';
import { abandonRelease, approveRelease, sendBack, submitRelease } from './review.ts';

type Bench = Awaited<ReturnType<typeof releaseBench>>;
const TEXTS = { zh: { 'home.title': '要办什么？' }, en: {} };

async function packWith(bench: Bench, change: (pack: PolicyPack) => void): Promise<PolicyPack> {
  const { content } = await currentDocument(bench.desk, { kind: 'policy-pack', line: 'hainan' });
  const pack = structuredClone(content) as PolicyPack;
  change(pack);
  return pack;
}

describe('INV-7 a draft is what one person proposes', () => {
  it('begins from the shipped pack, and says what it changes in plain words', async () => {
    await using bench = await releaseBench();
    const pack = await packWith(bench, (draft) => {
      draft.face.acceptAtMost = 0.42;
    });
    const release = await bench.drafted('policy-pack', 'hainan', pack);
    expect(release).toMatchObject({
      releaseId: 'R-2026-0001',
      state: 'draft',
      draftedBy: EDITOR,
      revision: 1,
    });
    const [document] = release.documents;
    expect(document).toMatchObject({ version: null, comparedWith: 0, threshold: 2, faults: [] });
    expect(document?.differences.map(({ says }) => says.zh)).toEqual([
      '版本：1 → 2',
      '生效日期：“2022-01-01” → “2026-12-01”',
      '人脸比对门槛：0.48 → 0.42（更严）',
    ]);
  });

  it('saves nothing of a document with anything wrong in it, and says all of it', async () => {
    await using bench = await releaseBench();
    const pack = await packWith(bench, (draft) => {
      draft.face.acceptAtMost = 0.9;
      draft.exchange.fee = [];
    });
    const release = bench.allowed(await draftRelease(bench.desk, EDITOR, { title: '调整', reason: '通知' }));
    const step = { operatorId: EDITOR, releaseId: release.releaseId, revision: 0 };
    const name = { kind: 'policy-pack', line: 'hainan' } as const;
    const answer = await putDocument(bench.desk, step, name, bench.draftOf(pack));
    expect(answer).toMatchObject({ done: false, refusal: 'document-faulty' });
    if (!answer.done)
      expect(answer.faults.map(({ path }) => path)).toEqual(['exchange.fee', 'face.acceptAtMost']);
    const checked = await checkDocument(bench.desk, { ...name, ...bench.draftOf({ ...pack, id: 'henan' }) });
    expect(checked.faults.length).toBeGreaterThan(0);
    expect((await releaseSummaries(bench.foundations.queries))[0]).toMatchObject({
      documents: [],
      revision: 0,
    });
  });

  it('checks a document without saving it', async () => {
    await using bench = await releaseBench();
    const pack = await packWith(bench, (draft) => {
      draft.identity.selfServiceAge = 14;
    });
    const name = { kind: 'policy-pack', line: 'hainan' } as const;
    const checked = await checkDocument(bench.desk, { ...name, ...bench.draftOf(pack) });
    expect(checked).toMatchObject({ faults: [], comparedWith: 0 });
    expect(checked.differences.map(({ path }) => path)).toContain('identity.selfServiceAge');
    expect(await releaseSummaries(bench.foundations.queries)).toEqual([]);
  });

  it('refuses whoever looked before somebody else changed it', async () => {
    await using bench = await releaseBench();
    const { releaseId } = await bench.drafted('texts', 'hainan', TEXTS);
    const step = { operatorId: EDITOR, releaseId, revision: 0 };
    const removed = await removeDocument(bench.desk, step, { kind: 'texts', line: 'hainan' });
    expect(removed).toMatchObject({ done: false, refusal: 'changed-meanwhile' });
  });

  it('never shows what lets a technician in, and keeps it when the list is saved again', async () => {
    await using bench = await releaseBench();
    const technician = {
      ...{ id: 'T-0417', roles: ['care'], validFrom: '2026-01-01', validTo: null, cardKey: null },
      pin: `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'B'.repeat(43)}`,
      totpSecret: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    };
    const list = { version: 1, issuedAt: '2026-01-01T00:00:00Z', technicians: [technician] };
    const release = await bench.drafted('technicians', 'hainan', list);
    const shown = release.documents[0]?.content as typeof list;
    expect(shown.technicians[0]).toMatchObject({ id: 'T-0417', pin: 'kept', totpSecret: 'kept' });
    const again = structuredClone(shown);
    again.technicians[0]?.roles.push('stock');
    const { releaseId, revision } = release;
    const name = { kind: 'technicians', line: 'hainan' } as const;
    const step = { operatorId: EDITOR, releaseId, revision };
    bench.allowed(await putDocument(bench.desk, step, name, bench.draftOf(again)));
    const row = await bench.foundations.queries
      .selectFrom('release_document')
      .select('content')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.content).technicians[0]).toEqual({ ...technician, roles: ['care', 'stock'] });
    again.technicians.push({ ...technician, id: 'T-0001', pin: 'kept' });
    const unknown = { ...step, revision: revision + 1 };
    expect(await putDocument(bench.desk, unknown, name, bench.draftOf(again))).toMatchObject({ done: false });
  });
});

describe('INV-7 nobody approves their own draft', () => {
  it('refuses whoever drafted it, and whoever had a hand in it', async () => {
    await using bench = await releaseBench();
    const { releaseId, revision } = await bench.drafted('texts', 'hainan', TEXTS);
    const name = { kind: 'texts', line: 'hainan' } as const;
    const mended = bench.allowed(
      await putDocument(
        bench.desk,
        { operatorId: 'O-0009', releaseId, revision },
        name,
        bench.draftOf(TEXTS),
      ),
    );
    const review = bench.allowed(
      await submitRelease(bench.desk, { operatorId: EDITOR, releaseId, revision: mended.revision }),
    );
    for (const operatorId of [EDITOR, 'O-0009']) {
      const step = { operatorId, releaseId, revision: review.revision };
      expect(await approveRelease(bench.desk, step)).toMatchObject({ done: false, refusal: 'own-draft' });
    }
    const step = { operatorId: APPROVER, releaseId, revision: review.revision };
    expect(bench.allowed(await approveRelease(bench.desk, step))).toMatchObject({
      state: 'approved',
      approvedBy: APPROVER,
    });
  });

  it('approves only the revision that was seen', async () => {
    await using bench = await releaseBench();
    const { releaseId, revision } = await bench.drafted('texts', 'hainan', TEXTS);
    await submitRelease(bench.desk, { operatorId: EDITOR, releaseId, revision });
    const step = { operatorId: APPROVER, releaseId, revision };
    expect(await approveRelease(bench.desk, step)).toMatchObject({ refusal: 'changed-meanwhile' });
  });

  it('fixes the version, and what it repeats in the pack, with the approval', async () => {
    await using bench = await releaseBench();
    const pack = await packWith(bench, (draft) => {
      draft.version = 77;
    });
    const release = await bench.approved('policy-pack', 'hainan', pack);
    expect(release.documents[0]).toMatchObject({
      version: 2,
      content: { version: 2, effectiveFrom: '2026-12-01' },
    });
    const next = await bench.approved('policy-pack', 'hainan', pack);
    expect(next.documents[0]).toMatchObject({ version: 3, comparedWith: 2 });
  });

  it('refuses where a newer version came since the draft was made', async () => {
    await using bench = await releaseBench();
    const pack = await packWith(bench, () => undefined);
    const { releaseId, revision } = await bench.drafted('policy-pack', 'hainan', pack);
    const review = bench.allowed(
      await submitRelease(bench.desk, { operatorId: EDITOR, releaseId, revision }),
    );
    await bench.approved('policy-pack', 'hainan', pack);
    const step = { operatorId: APPROVER, releaseId, revision: review.revision };
    expect(await approveRelease(bench.desk, step)).toMatchObject({ refusal: 'newer-meanwhile' });
    const back = bench.allowed(await sendBack(bench.desk, step, '请对照第 2 版'));
    expect(back).toMatchObject({ state: 'draft', note: '请对照第 2 版' });
  });

  it('never gives the number of an abandoned version again', async () => {
    await using bench = await releaseBench();
    const { releaseId, revision } = await bench.approved('texts', 'hainan', TEXTS);
    const step = { operatorId: EDITOR, releaseId, revision };
    expect(bench.allowed(await abandonRelease(bench.desk, step, '不再需要')).state).toBe('abandoned');
    const next = await bench.approved('texts', 'hainan', TEXTS);
    expect(next.documents[0]).toMatchObject({ version: 2, comparedWith: null });
  });

  it('hands nothing in that is empty', async () => {
    await using bench = await releaseBench();
    const { releaseId } = bench.allowed(
      await draftRelease(bench.desk, EDITOR, { title: '空', reason: '空' }),
    );
    const step = { operatorId: EDITOR, releaseId, revision: 0 };
    expect(await submitRelease(bench.desk, step)).toMatchObject({ refusal: 'no-documents' });
  });

  it('keeps who did each step, and tells open consoles', async () => {
    await using bench = await releaseBench();
    await bench.approved('texts', 'hainan', TEXTS);
    const acts = await bench.foundations.queries
      .selectFrom('operator_act')
      .select(['act', 'operator_id', 'subject'])
      .orderBy('sequence')
      .execute();
    expect(acts.map(({ act, operator_id }) => [act, operator_id])).toEqual([
      ['release-drafted', EDITOR],
      ['release-document-put', EDITOR],
      ['release-submitted', EDITOR],
      ['release-approved', APPROVER],
    ]);
    expect(acts.every(({ subject }) => subject === 'R-2026-0001')).toBe(true);
    expect(bench.heard).toHaveLength(4);
  });

  it('lists the shipped packs, and what is newer', async () => {
    await using bench = await releaseBench();
    await bench.approved('policy-pack', 'hainan', await packWith(bench, () => undefined));
    const packs = (await listDocuments(bench.desk)).filter(({ kind }) => kind === 'policy-pack');
    expect(packs.map(({ line, version, releaseId }) => [line, version, releaseId])).toEqual([
      ['hainan', 2, 'R-2026-0001'],
      ['henan', 0, null],
      ['jiangsu-suzhou', 0, null],
    ]);
  });
});
