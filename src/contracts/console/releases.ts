import { z } from 'zod';
import { DOCUMENT_KINDS, documentHeader, documentLine } from '../configuration/document.ts';
import { signingKey } from '../configuration/keys.ts';
import { instant } from '../fields.ts';
import { difference, documentFault, plainWords } from './plain-words.ts';

/** From draft to signed; afterwards a rollout carries it. */
export const RELEASE_STATES = ['draft', 'in-review', 'approved', 'signed', 'abandoned'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** `R-2026-0007`: the seventh release of a year. */
export const releaseId = z.string().regex(/^R-\d{4}-\d{4,6}$/);
/** Raised at each change: whoever acts says which one they saw. */
const revision = z.number().int().nonnegative();
const operatorId = z.string().max(40);
const documentName = { kind: z.enum(DOCUMENT_KINDS), line: documentLine };

/** What an editor fills in of a document; version, release and day of issue come with the approval. */
export const draftDocument = z.strictObject({
  effectiveFrom: instant,
  expiresAt: instant,
  regions: documentHeader.shape.regions,
  models: documentHeader.shape.models,
  content: z.unknown(),
});
export type DraftDocument = z.infer<typeof draftDocument>;

const summaryDocument = z.strictObject({
  ...documentName,
  /** null until it is approved. */
  version: z.number().int().positive().nullable(),
  signatures: z.number().int().nonnegative(),
  /** How many offices have to sign. */
  threshold: z.number().int().positive(),
});

export const releaseSummary = z.strictObject({
  releaseId,
  title: z.string(),
  reason: z.string(),
  state: z.enum(RELEASE_STATES),
  draftedBy: operatorId,
  draftedAt: instant,
  submittedAt: instant.nullable(),
  approvedBy: operatorId.nullable(),
  approvedAt: instant.nullable(),
  /** Why it was sent back or abandoned. */
  note: z.string().nullable(),
  revision,
  documents: z.array(summaryDocument),
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;

const detailDocument = summaryDocument.extend({
  ...draftDocument.shape,
  /** Version it is compared with; 0: as shipped; null: there was none of this kind and line. */
  comparedWith: z.number().int().nonnegative().nullable(),
  differences: z.array(difference),
  /** What has become wrong since it was saved; nothing wrong is ever saved. */
  faults: z.array(documentFault),
  /** Of the signed statement; null before enough offices have signed. */
  sha256: z.string().nullable(),
  signedBy: z.array(
    z.strictObject({ kid: signingKey.shape.kid, office: z.string(), operatorId, signedAt: instant }),
  ),
});
export const releaseDetail = releaseSummary.extend({ documents: z.array(detailDocument) });
export type ReleaseDetail = z.infer<typeof releaseDetail>;
export type ReleaseDetailDocument = z.infer<typeof detailDocument>;

/** Why a release stays as it is. Closed: each has a sentence (src/releases/refusals.ts). */
export const RELEASE_REFUSALS = [
  'no-such-release',
  /** The release is not in a state in which this can be done. */
  'not-now',
  /** Somebody changed it after this operator looked. */
  'changed-meanwhile',
  'no-such-document',
  'no-documents',
  'document-faulty',
  /** Nobody approves their own draft. */
  'own-draft',
  /** A newer document of this kind and line was approved meanwhile: look at the differences again. */
  'newer-meanwhile',
  'payload-differs',
  'signature-malformed',
  'key-unknown',
  'key-of-another-role',
  'office-signed-already',
  'signature-wrong',
  'no-root',
  'root-not-followed',
  'root-over',
] as const;
export type ReleaseRefusal = (typeof RELEASE_REFUSALS)[number];
export const refusedAct = z.strictObject({
  done: z.literal(false),
  refusal: z.enum(RELEASE_REFUSALS),
  says: plainWords,
  faults: z.array(documentFault),
});
export type RefusedAct = z.infer<typeof refusedAct>;

/** Answer to everything that changes a release. */
export const releaseAnswer = z.discriminatedUnion('done', [
  z.strictObject({ done: z.literal(true), release: releaseDetail }),
  refusedAct,
]);
export type ReleaseAnswer = z.infer<typeof releaseAnswer>;

/** GET /releases: newest first. */
export const releaseQuery = z.strictObject({ state: z.enum(RELEASE_STATES).optional() });
export const releaseList = z.strictObject({ releases: z.array(releaseSummary) });
/** GET /releases/:releaseId; POST …/submission, …/approval, …/return, …/abandonment. */
export const releaseParams = z.strictObject({ releaseId });
/** PUT and DELETE /releases/:releaseId/documents/:kind/:line */
export const releaseDocumentParams = z.strictObject({ releaseId, ...documentName });

/** POST /releases */
export const newRelease = z.strictObject({
  title: z.string().trim().min(1).max(80),
  reason: z.string().trim().min(1).max(500),
});
/** PUT /releases/:releaseId */
export const releaseWords = newRelease.extend({ revision });
export const seenRevision = z.strictObject({ revision });
/** DELETE has no body: the revision stands in the query. */
export const seenRevisionQuery = z.strictObject({ revision: z.coerce.number().int().nonnegative() });
export const seenRevisionAndNote = seenRevision.extend({ note: z.string().trim().min(1).max(500) });
export const putDocument = draftDocument.extend({ revision });

/** POST /documents/check: nothing is saved. */
export const documentCheckRequest = draftDocument.extend(documentName);
export const documentCheck = z.strictObject({
  faults: z.array(documentFault),
  comparedWith: z.number().int().nonnegative().nullable(),
  /** Empty while there are faults. */
  differences: z.array(difference),
});
export type DocumentCheck = z.infer<typeof documentCheck>;

/** GET /documents: the newest signed one, or the shipped one, of every kind and line. */
const newestDocument = z.strictObject({
  ...documentName,
  /** 0: as shipped. */
  version: z.number().int().nonnegative(),
  releaseId: releaseId.nullable(),
  effectiveFrom: instant.nullable(),
  expiresAt: instant.nullable(),
  sha256: z.string().nullable(),
});
export const documentList = z.strictObject({ documents: z.array(newestDocument) });
export const documentParams = z.strictObject(documentName);
/** GET /documents/:kind/:line: what an editor begins from; an empty one of its kind where there was none. */
export const currentDocument = newestDocument.extend({
  regions: documentHeader.shape.regions,
  models: documentHeader.shape.models,
  content: z.unknown(),
});
export type CurrentDocument = z.infer<typeof currentDocument>;
