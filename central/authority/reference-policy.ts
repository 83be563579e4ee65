import type { DocumentKind } from '../../src/identity/document.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';

/** The authority's own rules: it never relies on what a kiosk has checked. */
export interface AuthorityPolicy
  extends Pick<PolicyPack, 'replacement' | 'swap' | 'exchange' | 'certification'> {
  readonly acceptedDocuments: readonly DocumentKind[];
  /** Full years (ID-2). */
  readonly selfServiceAge: number;
  /** APPLY-6 */
  readonly readyWithinWorkingDays: number;
  /** M A12: days a card waits for its owner before it is recalled. */
  readonly collectWithinDays: number;
  /** Outlets a card may be collected at; null accepts any. */
  readonly collectionOutlets: readonly string[] | null;
  /** LOSS-6 */
  readonly loss: Pick<PolicyPack['loss'], 'undoAtKiosk'>;
  /** M A6, and how soon a card that was asked for at a kiosk is ready at an outlet. */
  readonly issuance: Pick<PolicyPack['issuance'], 'validYears' | 'readyWithinWorkingDays'>;
}

/** What the authority takes over from a province's pack. */
export const authorityPolicyOf = (pack: PolicyPack): AuthorityPolicy => ({
  acceptedDocuments: pack.identity.acceptedDocuments,
  selfServiceAge: pack.identity.selfServiceAge,
  readyWithinWorkingDays: pack.application.readyWithinWorkingDays,
  collectWithinDays: pack.application.collectWithinDays,
  collectionOutlets: pack.application.collectionOutlets.map((outlet) => outlet.id),
  loss: pack.loss,
  replacement: pack.replacement,
  swap: pack.swap,
  exchange: pack.exchange,
  certification: pack.certification,
  issuance: pack.issuance,
});
