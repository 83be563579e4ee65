import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { FinancialState } from '../card/financial-side.ts';
import type { SocialSecurityState } from '../card/social-security-side.ts';
import type { APPLICATION_FAILURES, APPLICATION_STEPS } from '../contracts/central/progress.ts';
import type { IdentityDocument, Sex } from '../identity/document.ts';
import type { PersonName } from './portrait-people.ts';

/** What the chip of a card says of its holder (EF06, protocols 1.4). */
export interface FictitiousHolder {
  readonly socialSecurityNumber: string;
  readonly name: string;
  readonly sex: Sex | null;
  readonly ethnicGroup: string | null;
  /** GB/T 2260, six digits. */
  readonly birthPlace: string;
  readonly birthDate: CalendarDay;
}

/** A card as it lies in a resident's hand, and its states at the authority and the bank. */
export interface FictitiousCard {
  readonly applications: 'social-security-and-bank' | 'bank-only';
  readonly specVersion: '1.00' | '2.00' | '3.00';
  /** 卡的识别码: region, D156000005, eight bytes; upper hex. */
  readonly cardId: string;
  readonly cardNumber: string;
  /** 19 digits with a right Luhn digit. */
  readonly accountNumber: string;
  readonly issuedOn: CalendarDay;
  readonly expiresOn: CalendarDay;
  readonly initialPin: string;
  readonly holder: FictitiousHolder;
  /** Resident whose card it is: not always the one who carries it (ID-9). */
  readonly ownerId: string;
  /** The province's registry knows it; false for other provinces' cards and plain bank cards (ID-10). */
  readonly registered: boolean;
  readonly socialSecurity: SocialSecurityState;
  readonly financial: FinancialState;
}

/** How far an application has come at the authority (PROG-1), and why it went no further (PROG-2). */
export interface FictitiousProgress {
  readonly step: (typeof APPLICATION_STEPS)[number];
  readonly failure: (typeof APPLICATION_FAILURES)[number] | null;
}

/** What the authority knows of somebody besides the card: fees, benefits, contact data. */
export interface FictitiousFile {
  /** REPL-3: in special hardship, pays no card fee. */
  readonly hardship: boolean;
  /** CERT-1, REPL-2 */
  readonly receivesBenefits: boolean;
  /** REPL-8: cards replaced in the month of the day, before any that is asked for now. */
  readonly replacementsThisMonth: number;
  /** LOSS-2: last day of a temporary loss report; null: none, or without end. */
  readonly lostUntil: CalendarDay | null;
  /** INFO-1: a code of the pack's list; null: never said. */
  readonly occupation: string | null;
  readonly residentialAddress: string | null;
  readonly progress: FictitiousProgress;
}

/** Nobody: a person made up for tests, demos and pictures. */
export interface FictitiousResident {
  /** Stable: tests and the dev dock name residents by it. */
  readonly id: string;
  /** What this resident is there to show, with the rule's id. */
  readonly shows: string;
  readonly document: IdentityDocument;
  /** ID-7 */
  readonly socialSecurityNumber: string;
  readonly mobile: string;
  /** APPLY-2: Hainan household, or entitled to Hainan public services. */
  readonly entitled: boolean;
  /** APPLY-4: the authority keeps a photo. */
  readonly photoOnFile: boolean;
  /** An application the authority has accepted and not finished (APPLY-1). */
  readonly applicationPending: boolean;
  readonly file: FictitiousFile;
  /** The card in the resident's hand. */
  readonly card: FictitiousCard | null;
  readonly portrait: PersonName;
}
