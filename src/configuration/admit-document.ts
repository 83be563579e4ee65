import type { AssignedDocument, Assignment } from '../contracts/configuration/assignment.ts';
import type { DocumentHeader, DocumentKind } from '../contracts/configuration/document.ts';
import type { ConfigurationTrouble, RefusedDocument } from '../contracts/configuration/poll.ts';
import { err, ok, type Result } from '../result.ts';

/** Where the kiosk stands and what it is: region and model as configured. */
export interface KioskPlace {
  readonly region: string;
  readonly model: string;
}

export interface KnownDocuments {
  readonly current: readonly AssignedDocument[];
  /** What was kept before what runs of this kind; null: it was as shipped. */
  readonly lastGood: (kind: DocumentKind) => AssignedDocument | null;
  /** Highest version that was ever taken in of the document's kind and line; null: none. */
  readonly floor: (
    document: AssignedDocument,
  ) => { readonly version: number; readonly sha256: string } | null;
  readonly refused: readonly RefusedDocument[];
}

/** By which way a document may be run: it is new, it runs, or operators send the kiosk back to it. */
export type Admission = 'newer' | 'runs' | 'back';

/**
 * INV-7: only upwards. What runs may go on; down goes only what operators send back, and only to the last good one,
 * which this kiosk ran and kept. A document that made the kiosk fail is never run again.
 */
export function admitVersion(
  named: AssignedDocument,
  back: Assignment['back'],
  known: KnownDocuments,
): Result<Admission, ConfigurationTrouble> {
  if (known.current.some(({ sha256 }) => sha256 === named.sha256)) return ok('runs');
  const isSame = (one: RefusedDocument) =>
    one.kind === named.kind && one.line === named.line && one.version === named.version;
  if (known.refused.some(isSame)) return err('refused-before');
  const toldTo = back.some(({ kind, version }) => kind === named.kind && version === named.version);
  if (toldTo && known.lastGood(named.kind)?.sha256 === named.sha256) return ok('back');
  const floor = known.floor(named);
  const isNewer = floor === null || named.version > floor.version || named.sha256 === floor.sha256;
  return isNewer ? ok('newer') : err('version-older');
}

/** A kind is as shipped again only where operators say so, and where it was so in the last good one. */
export function admitAbsence(
  { documents, back }: Pick<Assignment, 'documents' | 'back'>,
  known: KnownDocuments,
): boolean {
  const has = (list: readonly { readonly kind: DocumentKind }[], kind: DocumentKind) =>
    list.some((one) => one.kind === kind);
  return known.current
    .filter(({ kind }) => !has(documents, kind))
    .every(({ kind }) => has(back, kind) && known.lastGood(kind) === null);
}

/** Whether a document is meant for this kiosk, and may still be begun with. `now`: milliseconds since the epoch. */
export function admitHeader(
  { regions, models, expiresAt }: DocumentHeader,
  admission: Admission,
  place: KioskPlace | null,
  now: number,
): Result<void, ConfigurationTrouble> {
  const isFor = (list: readonly string[] | null, own: string | undefined) =>
    list === null || (own !== undefined && list.includes(own));
  if (!isFor(regions, place?.region) || !isFor(models, place?.model))
    return err('not-for-this-region-or-model');
  // What runs goes on, and what ran may be gone back to.
  if (admission === 'newer' && now >= Date.parse(expiresAt)) return err('document-expired');
  return ok(undefined);
}
