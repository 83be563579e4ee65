import type { FaceEvidence } from '../contracts/central/identity.ts';
import type { Language } from '../contracts/view.ts';
import type { AcceptedIdentity } from '../identity/check-document.ts';
import type { SocialSecurityCard } from '../ports/social-card-reader.ts';

/** What a service that changes something or shows personal records starts with (ID-5). */
export interface ServiceInput {
  readonly identity: AcceptedIdentity;
  readonly face: FaceEvidence;
  /** For documents that are printed inside a service. */
  readonly language: Language;
}

/** What a service that needs nobody's identity starts with; reading a card comes back with it (READ-1). */
export interface OpenServiceInput {
  readonly language: Language;
  readonly identity: AcceptedIdentity | null;
  readonly card: SocialSecurityCard | null;
}
