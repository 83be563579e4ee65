import type { DocumentKind } from '../../src/identity/document.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';

/** The authority's own rules: it never relies on what a kiosk has checked. */
export interface AuthorityPolicy {
  readonly acceptedDocuments: readonly DocumentKind[];
  /** Full years (ID-2). */
  readonly selfServiceAge: number;
  /** APPLY-6 */
  readonly readyWithinWorkingDays: number;
  /** Outlets a card may be collected at; null accepts any. */
  readonly collectionOutlets: readonly string[] | null;
}

/** What the authority takes over from a province's pack. */
export const authorityPolicyOf = (pack: PolicyPack): AuthorityPolicy => ({
  acceptedDocuments: pack.identity.acceptedDocuments,
  selfServiceAge: pack.identity.selfServiceAge,
  readyWithinWorkingDays: pack.application.readyWithinWorkingDays,
  collectionOutlets: pack.application.collectionOutlets.map((outlet) => outlet.id),
});
