import type { AuditEventId } from '../../contracts/audit.ts';
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
} from '../../contracts/central/queries.ts';
import type { ReceiptCheckAnswer, ReceiptCodeFault } from '../../contracts/receipt-code.ts';
import type { ServiceId } from '../../contracts/service.ts';
import type { AuthorityTrouble } from '../../ports/authority.ts';
import type { CardTransaction, RequestPlan } from '../../ports/card-transaction.ts';
import type { ScannedCode } from '../../ports/code-scanner.ts';
import type { DocumentPrintTrouble, PrintedDocument } from '../../ports/document-printer.ts';
import type { IdCardRead, IdCardTrouble } from '../../ports/id-card-reader.ts';
import type { PinBlock, PinTrouble } from '../../ports/pin-pad.ts';
import type { PrintTrouble } from '../../ports/receipt-printer.ts';
import type { SocialCardTrouble, SocialSecurityCard } from '../../ports/social-card-reader.ts';
import type {
  ActEnd,
  ImmediateRequest,
  QueuedProgress,
  QueuedRequest,
  Transactions,
} from '../../ports/transactions.ts';
import type { PaperReceipt } from '../../receipt/paper-receipt.ts';
import type { GenuineReceipt } from '../../receipt-code/check-receipt-code.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Machines } from '../kit.ts';
import type { Readiness } from '../tiles.ts';
import { CardSlot } from './card-slot.ts';

type Answer<T> = Result<T, AuthorityTrouble>;

/** What the authority says when it is asked; each may be turned into another answer or a trouble. */
export interface AuthorityAnswers {
  eligibility: Answer<EligibilityAnswer>;
  photoOnFile: Answer<string | null>;
  smsSent: Answer<SmsCodeAnswer>;
  smsVerified: Answer<SmsVerificationAnswer>;
  cardStatus: Answer<CardStatusAnswer>;
  pinChecked: Answer<PinCheckAnswer>;
  residentCard: Answer<ResidentCardAnswer>;
  insuranceRecords: Answer<InsuranceRecordsAnswer>;
  contributionRecords: Answer<ContributionRecordsAnswer>;
  residentApplications: Answer<ResidentApplicationsAnswer>;
  contactData: Answer<ContactDataAnswer>;
  electronicCard: Answer<ElectronicCardAnswer>;
  receiptCheck: Answer<ReceiptCheckAnswer>;
}

/** Everything a test or a simulation may turn: what lies where, what answers come, what fails. */
export interface MemoryWorld extends AuthorityAnswers {
  readonly idCards: CardSlot<IdCardRead>;
  readonly socialCards: CardSlot<SocialSecurityCard>;
  /** The resident's card in the card acceptor. */
  readonly ownCards: CardSlot<SocialSecurityCard>;
  /** What is held before the scanner's window. */
  readonly codes: CardSlot<ScannedCode>;
  now: number;
  /** A technician set it for everybody. */
  lowReach: boolean;
  linkUp: boolean;
  revoked: boolean;
  /** INV-1…8: something that must hold does not. */
  closed: boolean;
  /** Taken out of use by a technician. */
  readonly closedServices: Set<ServiceId>;
  /** Emergency off. */
  readonly closedByCentre: Set<ServiceId>;
  /** The kiosk knows whom to believe about receipts; and what it finds of the one that is shown. */
  checksReceipts: boolean;
  receiptFound: Result<GenuineReceipt, ReceiptCodeFault>;
  /** Version of the configuration that runs. */
  assignment: number;
  machines: Machines;
  idCardTrouble: IdCardTrouble | null;
  socialCardTrouble: SocialCardTrouble | null;
  /** What becomes of everything that goes through the queue, and of every act carried out at once. */
  progress: QueuedProgress;
  actEnd: ActEnd;
  /** Null until a test prepares one. */
  openRequest: ((plan: RequestPlan) => CardTransaction) | null;
  receiptPaper: boolean;
  blanks: number;
  binRoom: boolean;
  printed: Result<void, PrintTrouble>;
  documentPrinted: Result<void, DocumentPrintTrouble>;
  readonly devices: { -readonly [D in keyof Readiness['devices']]: Readiness['devices'][D] };
  readonly audit: { event: AuditEventId; detail: Record<string, unknown> }[];
  readonly accepted: QueuedRequest[];
  readonly carriedOut: ImmediateRequest[];
  readonly receiptsOffered: { id: Parameters<Transactions['receiptOffered']>[0]; outcome: string }[];
  readonly paper: PaperReceipt[];
  readonly documents: PrintedDocument[];
  /** Every code the authority was asked about; a kiosk keeps none (ECARD-2). */
  readonly codesChecked: string[];
  /** Answers the pad's present entry; null while nobody is asked for a PIN. */
  pad: { type(count: number): void; end(result: Result<PinBlock, PinTrouble>): void } | null;
}

const ANSWERS: AuthorityAnswers = {
  eligibility: ok({ decision: 'eligible', photoOnFile: false }),
  photoOnFile: ok(null),
  smsSent: ok({ challengeId: 'challenge', expiresInSeconds: 300, resendAfterSeconds: 60 }),
  smsVerified: ok({ result: 'confirmed', confirmation: 'confirmation' }),
  cardStatus: ok({
    known: true,
    holderMatches: true,
    socialSecurity: 'normal',
    financial: 'locked',
    mobileMasked: '138 ＊＊＊＊ 5620',
  }),
  pinChecked: ok({ result: 'ok' }),
  residentCard: ok({ found: false }),
  insuranceRecords: ok({
    status: 'insured',
    place: '测试市',
    insuredSince: null,
    employer: null,
    monthsInYear: 10,
    monthsInAll: 120,
  }),
  contributionRecords: ok({ rows: [] }),
  residentApplications: ok({ applications: [] }),
  contactData: ok({ mobileMasked: null, occupation: null, residentialAddressMasked: null }),
  electronicCard: ok({ result: 'unknown' }),
  receiptCheck: ok({ known: false, steps: [] }),
};

/** A kiosk where everything works and nobody has come yet. */
export const newWorld = (now: number): MemoryWorld => ({
  ...ANSWERS,
  idCards: new CardSlot(),
  socialCards: new CardSlot(),
  ownCards: new CardSlot(),
  codes: new CardSlot(),
  now,
  lowReach: false,
  linkUp: true,
  revoked: false,
  closed: false,
  closedServices: new Set(),
  closedByCentre: new Set(),
  checksReceipts: false,
  receiptFound: err('no-receipt-code'),
  assignment: 0,
  machines: {
    canMakeCards: true,
    canAcceptCards: true,
    canReadCards: true,
    canPrintReceipts: true,
    canPrintDocuments: true,
    canScanCodes: true,
  },
  idCardTrouble: null,
  socialCardTrouble: null,
  progress: { state: 'done', number: 'A-1', day: '2026-12-31' },
  actEnd: { state: 'done', result: null },
  openRequest: null,
  receiptPaper: true,
  blanks: 10,
  binRoom: true,
  printed: ok(undefined),
  documentPrinted: ok(undefined),
  devices: {
    'id-card-reader': 'online',
    'social-card-reader': 'online',
    'pin-pad': 'online',
    'receipt-printer': 'online',
    'card-acceptor': 'online',
    'card-issuer': 'online',
    'card-face-printer': 'online',
    'document-printer': 'online',
    'code-scanner': 'online',
  },
  audit: [],
  accepted: [],
  carriedOut: [],
  receiptsOffered: [],
  paper: [],
  documents: [],
  codesChecked: [],
  pad: null,
});
