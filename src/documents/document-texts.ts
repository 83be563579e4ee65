import type { OutletKind, RecordFact } from '../contracts/screen-words.ts';
import type { Language } from '../contracts/view.ts';
import type { InsuranceType } from '../policy/closed-sets.ts';
import { englishDocuments } from './document-texts-en.ts';
import { chineseDocuments } from './document-texts-zh.ts';

/** Words on A4 and on the slips that stand in for it, in one language. */
export interface DocumentTexts {
  readonly titles: Record<'insurance' | 'payments' | 'outlets', string>;
  readonly labels: Record<
    'name' | 'document-number' | 'type' | 'year' | 'printed-at' | 'region' | 'kind' | 'as-of',
    string
  >;
  readonly facts: Record<RecordFact, string>;
  readonly statuses: Record<'insured' | 'paused' | 'not-insured', string>;
  readonly types: Record<InsuranceType, string>;
  readonly months: (count: number) => string;
  readonly yuan: (amount: string) => string;
  readonly columns: Record<
    'month' | 'base' | 'personal' | 'employer' | 'paid' | 'place' | 'address' | 'phone' | 'cards',
    string
  >;
  readonly paid: Record<'yes' | 'no', string>;
  readonly nothing: string;
  readonly kinds: Record<OutletKind, string>;
  readonly allRegions: string;
  readonly cards: Record<'newCard' | 'replacement', string>;
  /** Made there for adults who come themselves, and nobody else. */
  readonly adultsOnly: (card: string) => string;
  readonly and: string;
  /** REC: what this paper is, and what it is not. */
  readonly recordsNote: string;
  readonly outletsNote: string;
  readonly partialNote: string;
}

export const documentTexts = (language: Language): DocumentTexts =>
  language === 'zh-CN' ? chineseDocuments : englishDocuments;
