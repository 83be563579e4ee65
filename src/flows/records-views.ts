import { timeInShanghai } from '../calendar/time-in-shanghai.ts';
import { recordFacts, recordsDocument } from '../documents/records-document.ts';
import { maskIdentityNumber, maskName } from '../identity/masking.ts';
import { INSURANCE_TYPES, type InsuranceType } from '../policy/closed-sets.ts';
import type { PrintedDocument } from '../ports/document-printer.ts';
import type { FlowKit } from './kit.ts';
import { paperNow } from './print-out.ts';
import type { RecordCategory, RecordsContext } from './records.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';

const CATEGORIES: readonly RecordCategory[] = ['insurance', 'payments'];

const optionOf = (value: string, label: string | null = null) => ({ value, label, note: null, feeFen: null });

export const categoryOf = (value: string): RecordCategory | null =>
  CATEGORIES.find((category) => category === value) ?? null;

export const typeOf = (kit: FlowKit, value: string): InsuranceType | null =>
  INSURANCE_TYPES.find((type) => type === value && kit.policy.records.types.includes(type)) ?? null;

/** REC-1: this year first, as far back as the pack allows. */
export function yearsOf(kit: FlowKit): readonly number[] {
  const thisYear = Number(timeInShanghai(kit.clock.now()).slice(0, 4));
  return Array.from({ length: kit.policy.records.yearsBack + 1 }, (_, back) => thisYear - back);
}

export const yearOf = (kit: FlowKit, value: string): number | null =>
  yearsOf(kit).find((year) => String(year) === value) ?? null;

export const categoryBody = ({ category }: RecordsContext): ScreenBody => ({
  screen: 'choose',
  question: 'record-category',
  options: CATEGORIES.map((value) => optionOf(value)),
  chosen: category,
});

export const typeBody = ({ type }: RecordsContext, { kit }: ViewEnvironment): ScreenBody => ({
  screen: 'choose',
  question: 'insurance-type',
  options: kit.policy.records.types.map((value) => optionOf(value)),
  chosen: type,
});

export const yearBody = ({ year }: RecordsContext, { kit }: ViewEnvironment): ScreenBody => ({
  screen: 'choose',
  question: 'record-year',
  options: yearsOf(kit).map((value) => optionOf(String(value), String(value))),
  chosen: year === null ? null : String(year),
});

/** REC-2 */
export function recordsBody(context: RecordsContext, { kit }: ViewEnvironment): ScreenBody {
  const { records, type, year, paper } = context;
  if (!records || !type || year === null) throw new Error('records before every answer');
  return {
    screen: 'records',
    category: records.category,
    type,
    year,
    facts: [...recordFacts(records)],
    months: records.category === 'payments' ? records.answer.rows : [],
    paper: paperNow(kit, paper),
  };
}

/** The same, for paper. */
export function recordsPaper(kit: FlowKit, context: RecordsContext): PrintedDocument {
  const { identity, records, type, year, language } = context;
  if (!records || !type || year === null) throw new Error('printing before every answer');
  return recordsDocument(
    {
      nameMasked: maskName(identity.name),
      documentNumberMasked: maskIdentityNumber(identity.number),
      type,
      year,
      records,
      printedAt: timeInShanghai(kit.clock.now()),
    },
    language,
    kit.policy,
  );
}
