import {
  type Admission,
  admitAbsence,
  admitHeader,
  admitVersion,
  type KnownDocuments,
} from '../../../src/configuration/admit-document.ts';
import { openDocument } from '../../../src/configuration/check-document.ts';
import { dueAt } from '../../../src/configuration/due.ts';
import { openRoot } from '../../../src/configuration/follow-roots.ts';
import type { AssignedDocument, Assignment } from '../../../src/contracts/configuration/assignment.ts';
import type { DocumentHeader } from '../../../src/contracts/configuration/document.ts';
import type { TrustRoot } from '../../../src/contracts/configuration/keys.ts';
import type { ConfigurationTrouble } from '../../../src/contracts/configuration/poll.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { BlamedDocument } from '../store/configuration-assignment-store.ts';
import type { StoredDocument } from '../store/configuration-document-store.ts';
import type { NewSet } from '../store/configuration-store.ts';
import { fetchDocument } from './fetch-document.ts';
import { trustedNow, type UpdaterOptions, type UpdaterPatience } from './updater-options.ts';

/** Longest texts of one set together, characters: a set is held in memory until all of it is checked. */
const MOST_SET_CHARACTERS = 12_000_000;

export interface GatherTrouble {
  readonly trouble: ConfigurationTrouble;
  readonly blamed: BlamedDocument | null;
}

/**
 * Everything an assignment names, fetched and checked: all of it, or nothing (INV-7). What may be refused without its
 * text is refused before anything is fetched.
 */
export async function gatherSet(
  assignment: Assignment,
  root: TrustRoot,
  options: UpdaterOptions & { readonly patience: UpdaterPatience },
  signal: AbortSignal,
): Promise<Result<NewSet, GatherTrouble>> {
  const known = knownDocuments(options.store);
  if (!admitAbsence(assignment, known)) return err({ trouble: 'version-older', blamed: null });
  const characters = assignment.documents.reduce((sum, { length }) => sum + length, 0);
  if (characters > MOST_SET_CHARACTERS) return err({ trouble: 'damaged', blamed: null });
  const admitted: { readonly named: AssignedDocument; readonly admission: Admission }[] = [];
  for (const named of assignment.documents) {
    if (isAnotherProvinces(named, options.packLine))
      return err({ trouble: 'not-for-this-region-or-model', blamed: named });
    const admission = admitVersion(named, assignment.back, known);
    if (!admission.ok) return err({ trouble: admission.error, blamed: named });
    admitted.push({ named, admission: admission.value });
  }
  const until = options.timers.elapsed() + options.patience.setMs;
  const documents: StoredDocument[] = [];
  const headers: DocumentHeader[] = [];
  for (const { named, admission } of admitted) {
    const leftMs = until - options.timers.elapsed();
    const found = await documentOf(named, admission, root, options, leftMs, signal);
    if (!found.ok) return err({ trouble: found.error, blamed: named });
    documents.push(found.value.document);
    headers.push(found.value.header);
  }
  const dropsKind = known.current.some(({ kind }) => !documents.some(({ named }) => named.kind === kind));
  const goesBack = dropsKind || admitted.some(({ admission }) => admission === 'back');
  return ok({ assignment: assignment.version, effectiveFrom: dueAt(headers), goesBack, documents });
}

/** A pack of another province than the one whose pack this kiosk works by; undefined: it works by any. */
const isAnotherProvinces = ({ kind, line }: AssignedDocument, own: string | undefined): boolean =>
  kind === 'policy-pack' && own !== undefined && line !== own;

async function documentOf(
  named: AssignedDocument,
  admission: Admission,
  root: TrustRoot,
  options: UpdaterOptions & { readonly patience: UpdaterPatience },
  leftMs: number,
  signal: AbortSignal,
): Promise<Result<{ document: StoredDocument; header: DocumentHeader }, ConfigurationTrouble>> {
  const { configuration } = options.store;
  const stored = configuration.documents.find(named.sha256);
  const { progress } = options.patience;
  const fetched = stored
    ? ok(stored.text)
    : await fetchDocument(options, named, { leftMs, progress }, signal);
  if (!fetched.ok) return fetched;
  // What runs or ran goes on under the root it was checked under, although keys have changed since.
  const before = stored && admission !== 'newer' ? configuration.roots.of(stored.rootVersion) : null;
  const rootThen = before ? await openRoot(before.statement) : null;
  const under = rootThen?.ok ? rootThen.value.root : root;
  const opened = await openDocument(fetched.value, named, under);
  if (!opened.ok) return opened;
  const { header } = opened.value;
  const admittedNow = admitHeader(header, admission, options.place, trustedNow(options));
  if (!admittedNow.ok) return admittedNow;
  return ok({ document: { named, rootVersion: under.version, text: fetched.value }, header });
}

function knownDocuments({ configuration }: UpdaterOptions['store']): KnownDocuments {
  const current = configuration.current()?.documents ?? [];
  return {
    current,
    lastGood: (kind) =>
      configuration.kept.before(kind, current.find((one) => one.kind === kind)?.sha256 ?? null),
    floor: (document) => configuration.floor(document),
    refused: configuration.refused(),
  };
}
