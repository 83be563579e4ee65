import type { z } from 'zod';
import type { Identity } from '../../src/contracts/central/identity.ts';
import type {
  ApplicationSubmit,
  CardActivate,
  OperationOutcome,
} from '../../src/contracts/central/operations.ts';
import type {
  CardStatusAnswer,
  cardStatusRequest,
  EligibilityAnswer,
} from '../../src/contracts/central/queries.ts';
import type { Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';

export type CardStatusQuestion = z.infer<typeof cardStatusRequest>;

/** What the authority decided, or that it has not yet. */
export type Decision = Extract<OperationOutcome, { state: 'done' | 'refused' | 'in-progress' }>;

/**
 * The province's one-card platform and the partner bank behind it. The reference implementation acts on the
 * service's own database within the caller's transaction; a platform elsewhere answers `in-progress` until it knows,
 * and gets the idempotency key so that it, too, acts once.
 */
export interface CardAuthority {
  /** APPLY-1, APPLY-2. No effect. */
  eligibility(queries: Queries, identity: Identity): Promise<EligibilityAnswer>;
  /** JPEG in base64, null where there is none (APPLY-4). */
  photoOnFile(queries: Queries, socialSecurityNumber: string): Promise<string | null>;
  /** ACT-2, ID-9, ID-10. No effect. */
  cardStatus(queries: Queries, question: CardStatusQuestion): Promise<CardStatusAnswer>;
  submitApplication(
    queries: Queries,
    application: ApplicationSubmit,
    sent: { readonly kioskId: string; readonly key: string },
  ): Promise<Decision>;
  activateCard(
    queries: Queries,
    activation: CardActivate,
  ): Promise<Result<Decision, 'pin-block-unreadable' | 'account-unknown'>>;
}
