import type { Identity } from '../contracts/central/identity.ts';
import type {
  CardStatusAnswer,
  EligibilityAnswer,
  PinCheckAnswer,
  SmsCodeAnswer,
  SmsVerificationAnswer,
} from '../contracts/central/queries.ts';
import type { Result } from '../result.ts';
import type { PinBlock } from './pin-pad.ts';

export type AuthorityTrouble =
  /** Nothing was reached: no route, refused, timed out before an answer. */
  | { readonly kind: 'link-down' }
  /** Reached, but it will not answer this question (problem document); `code` is its code. */
  | { readonly kind: 'refused-to-answer'; readonly code: string };

/** Questions without effect to the central service. Each has its own deadline; `signal` ends it at once. */
export interface Authority {
  eligibility(identity: Identity, signal: AbortSignal): Promise<Result<EligibilityAnswer, AuthorityTrouble>>;
  /** JPEG in base64, null where the authority has none. */
  photoOnFile(
    socialSecurityNumber: string,
    signal: AbortSignal,
  ): Promise<Result<string | null, AuthorityTrouble>>;
  sendSmsCode(mobile: string, signal: AbortSignal): Promise<Result<SmsCodeAnswer, AuthorityTrouble>>;
  verifySmsCode(
    challengeId: string,
    code: string,
    signal: AbortSignal,
  ): Promise<Result<SmsVerificationAnswer, AuthorityTrouble>>;
  cardStatus(
    card: { cardId: string; cardNumber: string; socialSecurityNumber: string },
    signal: AbortSignal,
  ): Promise<Result<CardStatusAnswer, AuthorityTrouble>>;
  checkPin(
    request: { accountNumber: string; socialSecurityNumber: string; entries: [PinBlock, PinBlock] },
    signal: AbortSignal,
  ): Promise<Result<PinCheckAnswer, AuthorityTrouble>>;
}
