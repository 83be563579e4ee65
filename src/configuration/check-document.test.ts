import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AssignedDocument, Assignment } from '../contracts/configuration/assignment.ts';
import type { DocumentHeader, DocumentPayload } from '../contracts/configuration/document.ts';
import type { RefusedDocument } from '../contracts/configuration/poll.ts';
import { admitAbsence, admitHeader, admitVersion, type KnownDocuments } from './admit-document.ts';
import { openDocument, sha256Hex } from './check-document.ts';
import { dueAt, isDue } from './due.ts';
import { document, newOfficeKeys, noticesSaying, type OfficeKeys, rootOf } from './memory/offices.ts';

let keys: OfficeKeys;
beforeAll(async () => {
  keys = await newOfficeKeys();
});

const notices = (version: number, own: Partial<DocumentPayload> = {}) =>
  document('notices', version, noticesSaying('停机'), keys.configuration, own);
const open = async (text: string, named: AssignedDocument) => {
  const opened = await openDocument(text, named, rootOf(keys, 1));
  return opened.ok ? 'opened' : opened.error;
};

describe('a document', () => {
  it('INV-7 opens where digest, length, signatures, header and content are as they should be', async () => {
    const { text, named } = await notices(3);
    expect(await open(text, named)).toBe('opened');
    expect(await open(text, { ...named, sha256: '0'.repeat(64) })).toBe('damaged');
    expect(await open(text, { ...named, length: named.length + 1 })).toBe('damaged');
    expect(await open(text, { ...named, version: 4 })).toBe('version-or-line-differs');
    expect(await open(text, { ...named, line: 'elsewhere' })).toBe('version-or-line-differs');
    expect(await open(text, { ...named, kind: 'texts' })).toBe('version-or-line-differs');
    expect(await open(text, { ...named, kind: 'policy-pack' })).toBe('signatures-missing');
    const wrong = await document('notices', 3, { notices: 'none' }, keys.configuration);
    expect(await open(wrong.text, wrong.named)).toBe('content-invalid');
    const fromElsewhere = await document('notices', 3, noticesSaying('x'), keys.director);
    expect(await open(fromElsewhere.text, fromElsewhere.named)).toBe('signatures-missing');
  });

  it('INV-7 any flipped bit is found by the digest, and without it by a signature', async () => {
    const { text, named } = await notices(3);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.nat(6), async (at, bit) => {
        const flipped =
          text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
        expect(await open(flipped, named)).toBe('damaged');
        const renamed = { ...named, sha256: await sha256Hex(flipped) };
        const opened = await openDocument(flipped, renamed, rootOf(keys, 1));
        if (opened.ok) expect(opened.value.content).toEqual(noticesSaying('停机'));
      }),
      { numRuns: 200 },
    );
  });
});

const named = (version: number, sha256 = String(version % 10).repeat(64)): AssignedDocument => ({
  kind: 'notices',
  line: 'here',
  version,
  sha256,
  length: 1,
});
const known = (own: Partial<KnownDocuments> = {}): KnownDocuments => ({
  current: [named(5)],
  lastGood: () => named(4),
  floor: () => ({ version: 6, sha256: named(6).sha256 }),
  refused: [],
  ...own,
});

describe('versions of documents', () => {
  const admit = (
    document: AssignedDocument,
    own: Partial<KnownDocuments> = {},
    back: Assignment['back'] = [],
  ) => {
    const admitted = admitVersion(document, back, known(own));
    return admitted.ok ? admitted.value : admitted.error;
  };

  it('INV-7 only go up; what runs goes on', () => {
    expect(admit(named(7))).toBe('newer');
    expect(admit(named(6))).toBe('newer');
    expect(admit(named(6, 'f'.repeat(64)))).toBe('version-older');
    expect(admit(named(5))).toBe('runs');
    expect(admit(named(4))).toBe('version-older');
    expect(admit(named(1), { floor: () => null })).toBe('newer');
  });

  it('INV-7 go down only to the last good one, and only where operators say so', () => {
    expect(admit(named(4), {}, [{ kind: 'notices', version: 4 }])).toBe('back');
    expect(admit(named(3), {}, [{ kind: 'notices', version: 3 }])).toBe('version-older');
    expect(admit(named(4, 'f'.repeat(64)), {}, [{ kind: 'notices', version: 4 }])).toBe('version-older');
    const absence = (back: Assignment['back'], lastGood: AssignedDocument | null) =>
      admitAbsence({ documents: [], back }, known({ lastGood: () => lastGood }));
    expect(absence([{ kind: 'notices', version: 5 }], null)).toBe(true);
    expect(absence([], null)).toBe(false);
    expect(absence([{ kind: 'notices', version: 5 }], named(4))).toBe(false);
  });

  it('INV-7 that made the kiosk fail are never run again', () => {
    const refused: RefusedDocument[] = [
      { kind: 'notices', line: 'here', version: 7, trouble: 'crashed-core' },
    ];
    expect(admit(named(7), { refused })).toBe('refused-before');
    expect(admit(named(8), { refused })).toBe('newer');
  });
});

describe('the header of a document', () => {
  const NOW = Date.UTC(2026, 5, 1);
  const header = {
    regions: null,
    models: null,
    expiresAt: '2026-07-01T00:00:00Z',
  } as unknown as DocumentHeader;
  const place = { region: 'haikou', model: 'K2' };

  it('INV-7 is for this region and model', () => {
    const admit = (own: Partial<DocumentHeader>, where: typeof place | null = place) =>
      admitHeader({ ...header, ...own }, 'newer', where, NOW);
    expect(admit({})).toMatchObject({ ok: true });
    expect(admit({}, null)).toMatchObject({ ok: true });
    expect(admit({ regions: ['sanya', 'haikou'], models: ['K2'] })).toMatchObject({ ok: true });
    for (const refused of [
      admit({ regions: ['sanya'] }),
      admit({ models: ['K3'] }),
      admit({ regions: ['haikou'] }, null),
    ])
      expect(refused).toEqual({ ok: false, error: 'not-for-this-region-or-model' });
  });

  it('INV-7 ends what may be begun with, not what runs', () => {
    const over = Date.UTC(2026, 6, 1);
    expect(admitHeader(header, 'newer', place, over)).toEqual({ ok: false, error: 'document-expired' });
    expect(admitHeader(header, 'runs', place, over)).toMatchObject({ ok: true });
    expect(admitHeader(header, 'back', place, over)).toMatchObject({ ok: true });
  });

  it('holds a set ready for the last of its days', () => {
    const days = ['2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'].map((effectiveFrom) => ({ effectiveFrom }));
    const effectiveFrom = dueAt(days);
    expect(isDue({ effectiveFrom }, Date.UTC(2026, 1, 28))).toBe(false);
    expect(isDue({ effectiveFrom }, Date.UTC(2026, 2, 1))).toBe(true);
    expect(dueAt([])).toBe(0);
  });
});
