import type { z } from 'zod';
import type { documentList } from '../../src/contracts/console/releases.ts';
import type { ReleaseDesk } from './release-desk.ts';
import { draftHeader } from './release-view.ts';

type ListedDocument = z.infer<typeof documentList>['documents'][number];

/** The newest of every kind and line: approved or signed, and what is shipped where nothing was released. */
export async function listDocuments({ foundations, shipped }: ReleaseDesk): Promise<ListedDocument[]> {
  const rows = await foundations.queries
    .selectFrom('release_document')
    .innerJoin('release', 'release.release_id', 'release_document.release_id')
    .select([
      'release_document.kind',
      'release_document.line',
      'release_document.version',
      'release_document.release_id',
      'release_document.header',
      'release_document.sha256',
    ])
    .where('release_document.payload', 'is not', null)
    .where('release.state', 'in', ['approved', 'signed'])
    .orderBy('release_document.version')
    .execute();
  const found = new Map<string, ListedDocument>();
  for (const line of shipped.lines) {
    for (const kind of ['policy-pack', 'directory'] as const) {
      const asShipped = { kind, line, version: 0, releaseId: null };
      found.set(`${kind} ${line}`, { ...asShipped, effectiveFrom: null, expiresAt: null, sha256: null });
    }
  }
  for (const { kind, line, version, release_id: releaseId, header, sha256 } of rows) {
    const { effectiveFrom, expiresAt } = draftHeader.parse(JSON.parse(header));
    found.set(`${kind} ${line}`, { kind, line, version, releaseId, effectiveFrom, expiresAt, sha256 });
  }
  return [...found.values()].toSorted((a, b) => (`${a.kind} ${a.line}` < `${b.kind} ${b.line}` ? -1 : 1));
}
