import type { DocumentKind } from '../../src/contracts/configuration/document.ts';
import type { Queries } from '../database/tables.ts';
import type { ShippedDocuments } from './shipped-documents.ts';

/** What is newest of a kind and line: approved, or as shipped. */
export interface NewestDocument {
  /** 0: as shipped. */
  readonly version: number;
  readonly content: unknown;
  readonly releaseId: string | null;
  /** JSON of the header; null: as shipped. */
  readonly header: string | null;
  readonly sha256: string | null;
}

/**
 * What a draft is compared with and begins from; null: there was none of this kind and line. `below` some version: what
 * was newest before it.
 */
export async function newestDocument(
  q: Queries,
  shipped: ShippedDocuments,
  kind: DocumentKind,
  line: string,
  { below }: { below?: number | undefined } = {},
): Promise<NewestDocument | null> {
  let question = q
    .selectFrom('release_document')
    .innerJoin('release', 'release.release_id', 'release_document.release_id')
    .selectAll('release_document')
    .where('release_document.kind', '=', kind)
    .where('release_document.line', '=', line)
    .where('release_document.payload', 'is not', null)
    .where('release.state', 'in', ['approved', 'signed']);
  if (below !== undefined) question = question.where('release_document.version', '<', below);
  const row = await question.orderBy('release_document.version', 'desc').limit(1).executeTakeFirst();
  if (row) {
    const { version, header, sha256, release_id: releaseId } = row;
    return { version, content: JSON.parse(row.content), releaseId, header, sha256 };
  }
  const asShipped = shipped.of(kind, line);
  return asShipped && { version: 0, content: asShipped.content, releaseId: null, header: null, sha256: null };
}

/** Version that the next document of a kind and line gets: also what was approved and abandoned is never used again. */
export async function nextVersion(
  q: Queries,
  shipped: ShippedDocuments,
  kind: DocumentKind,
  line: string,
): Promise<number> {
  const row = await q
    .selectFrom('release_document')
    .select((e) => e.fn.max('version').as('version'))
    .where('kind', '=', kind)
    .where('line', '=', line)
    .where('payload', 'is not', null)
    .executeTakeFirst();
  const signed = await q
    .selectFrom('configuration_document')
    .select((e) => e.fn.max('version').as('version'))
    .where('kind', '=', kind)
    .where('line', '=', line)
    .executeTakeFirst();
  const versions = [row?.version, signed?.version, shipped.of(kind, line)?.version];
  return Math.max(...versions.map((version) => Number(version ?? 0))) + 1;
}
