import type { Identity } from '../contracts/central/identity.ts';
import type {
  CardStatusAnswer,
  ContactDataAnswer,
  ContributionRecordsAnswer,
  ElectronicCardAnswer,
  EligibilityAnswer,
  InsuranceRecordsAnswer,
  PinCheckAnswer,
  ResidentApplicationsAnswer,
  ResidentCardAnswer,
  SmsCodeAnswer,
  SmsVerificationAnswer,
} from '../contracts/central/queries.ts';
import type { ReceiptCheckAnswer } from '../contracts/receipt-code.ts';
import type { InsuranceType } from '../policy/closed-sets.ts';
import type { Result } from '../result.ts';
import type { PinBlock } from './pin-pad.ts';

export type AuthorityTrouble =
  /** Nothing was reached: no route, refused, timed out before an answer. */
  | { readonly kind: 'link-down' }
  /** Reached, but it will not answer this question (problem document); `code` is its code. */
  | { readonly kind: 'refused-to-answer'; readonly code: string };

export interface RecordsQuestion {
  readonly socialSecurityNumber: string;
  readonly type: InsuranceType;
  readonly year: number;
}

/** Questions without effect to the central service. Each has its own deadline; `signal` ends it at once. */
export interface Authority {
  eligibility(identity: Identity, signal: AbortSignal): Promise<Result<EligibilityAnswer, AuthorityTrouble>>;
  /** JPEG in base64, null where the authority has none. */
  photoOnFile(
    socialSecurityNumber: string,
    signal: AbortSignal,
  ): Promise<Result<string | null, AuthorityTrouble>>;
  sendSmsCode(
    mobile: string,
    purpose: 'application' | 'contact-data',
    signal: AbortSignal,
  ): Promise<Result<SmsCodeAnswer, AuthorityTrouble>>;
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
  /** The one card that counts for a person. */
  residentCard(
    socialSecurityNumber: string,
    signal: AbortSignal,
  ): Promise<Result<ResidentCardAnswer, AuthorityTrouble>>;
  insuranceRecords(
    question: RecordsQuestion,
    signal: AbortSignal,
  ): Promise<Result<InsuranceRecordsAnswer, AuthorityTrouble>>;
  contributionRecords(
    question: RecordsQuestion,
    signal: AbortSignal,
  ): Promise<Result<ContributionRecordsAnswer, AuthorityTrouble>>;
  applications(
    socialSecurityNumber: string,
    signal: AbortSignal,
  ): Promise<Result<ResidentApplicationsAnswer, AuthorityTrouble>>;
  contactData(
    socialSecurityNumber: string,
    signal: AbortSignal,
  ): Promise<Result<ContactDataAnswer, AuthorityTrouble>>;
  /** ECARD-2: the code goes on as it was scanned. */
  checkElectronicCard(
    code: string,
    signal: AbortSignal,
  ): Promise<Result<ElectronicCardAnswer, AuthorityTrouble>>;
  /** Where the request of a receipt stands now, for whoever holds the receipt; codes and days, nobody's name. */
  checkReceipt(reference: string, signal: AbortSignal): Promise<Result<ReceiptCheckAnswer, AuthorityTrouble>>;
}
