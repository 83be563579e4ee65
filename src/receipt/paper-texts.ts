import type { ResidentField } from '../contracts/resident-field.ts';
import type { ServiceId } from '../contracts/service.ts';
import type { Refusal } from '../contracts/trouble.ts';
import type { Language } from '../contracts/view.ts';
import { englishPaper } from './paper-texts-en.ts';
import { chinesePaper } from './paper-texts-zh.ts';
import type { MoneyFacts, ReceiptPart } from './receipt-facts.ts';
import type { ReceiptState } from './receipt-state.ts';

/** What stands before a value on paper. */
export type PaperLabel =
  | 'reference'
  | 'time'
  | 'service'
  | 'application-number'
  | 'ready-by'
  | 'valid-until'
  | 'lost-until'
  | 'place'
  | 'counter'
  | 'address'
  | 'phone'
  | 'call'
  | 'refusal'
  | 'paid'
  | 'kept'
  | 'returned'
  | 'topic'
  | 'who'
  | 'paper'
  | 'where'
  | 'how-long'
  | 'rules';

/** Words on paper, in one language. Screens have a catalogue of their own; paper is printed by the core. */
export interface PaperTexts {
  readonly services: Record<ServiceId, string>;
  readonly states: Record<ReceiptState, string>;
  readonly labels: Record<PaperLabel, string>;
  /** What happens next, for any service; `nextOf` where a service has more to say. */
  readonly next: Record<ReceiptState, string>;
  readonly nextOf: Partial<Record<ServiceId, Partial<Record<ReceiptState, string>>>>;
  readonly parts: Record<ReceiptPart, string>;
  readonly money: Record<MoneyFacts['state'], string>;
  /** `15.00` → `15.00 元` */
  readonly yuan: (amount: string) => string;
  readonly days: (count: number) => string;
  /** INV-7: the pack the session ran under, and its version. */
  readonly pack: (title: string, version: number) => string;
  /** APPLY-6 */
  readonly collectWithin: (days: number) => string;
  readonly mobileUnconfirmed: string;
  /** LOSS-5 */
  readonly notBlockedYet: string;
  readonly fields: Record<ResidentField, string>;
  /** Codes among carried values; what is not a code (a name, a place) stands as it came. */
  readonly values: Partial<Record<ResidentField, Readonly<Record<string, string>>>>;
  readonly refusals: Record<Refusal, string>;
}

export const paperTexts = (language: Language): PaperTexts =>
  language === 'zh-CN' ? chinesePaper : englishPaper;
