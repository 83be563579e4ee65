import type { z } from 'zod';
import type { Identity } from '../../src/contracts/central/identity.ts';
import type {
  ApplicationSubmit,
  CardActivate,
  CardBind,
  CardDelivery,
  CardRequest,
  CardSwitch,
  CertificationSubmit,
  ContactChange,
  LossReport,
  LossUndo,
  OperationOutcome,
} from '../../src/contracts/central/operations.ts';
import type {
  CardStatusAnswer,
  cardStatusRequest,
  EligibilityAnswer,
  ResidentCardAnswer,
} from '../../src/contracts/central/queries.ts';
import type { Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';
import type { Sent } from './decision.ts';

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
  /** The card that counts for a person, for loss, replacement, swap, exchange and contact data. No effect. */
  residentCard(queries: Queries, socialSecurityNumber: string): Promise<ResidentCardAnswer>;
  /** Whether a day has brought about what no card shows yet: LOSS-2, M A6, M A12. No effect. */
  timersDue(queries: Queries): Promise<boolean>;
  /** Brings every card to what the day says. */
  settleTimers(queries: Queries): Promise<void>;
  submitApplication(queries: Queries, application: ApplicationSubmit, sent: Sent): Promise<Decision>;
  activateCard(
    queries: Queries,
    activation: CardActivate,
  ): Promise<Result<Decision, 'pin-block-unreadable' | 'account-unknown'>>;
  /** LOSS-1 to LOSS-3 */
  reportLoss(queries: Queries, report: LossReport, sent: Sent): Promise<Decision>;
  /** LOSS-6 */
  undoLoss(queries: Queries, undo: LossUndo, sent: Sent): Promise<Decision>;
  /** REPL, SWAP, EXCH: accepted, a card is owed. */
  requestCard(queries: Queries, request: CardRequest, sent: Sent): Promise<Decision>;
  bindCard(queries: Queries, bind: CardBind, sent: Sent): Promise<Decision>;
  /** SWAP-3 */
  switchCards(queries: Queries, change: CardSwitch, sent: Sent): Promise<Decision>;
  settleDelivery(queries: Queries, delivery: CardDelivery, sent: Sent): Promise<Decision>;
  /** CERT-1, CERT-2 */
  certify(queries: Queries, certification: CertificationSubmit, sent: Sent): Promise<Decision>;
  /** INFO-1, INFO-2 */
  changeContactData(queries: Queries, change: ContactChange, sent: Sent): Promise<Decision>;
}
