import type { ContributionRecordsAnswer, InsuranceRecordsAnswer } from '../contracts/central/queries.ts';
import type { RecordFact } from '../contracts/screen-words.ts';
import type { Language } from '../contracts/view.ts';
import { addFen, type Fen, fen, NO_MONEY } from '../money/fen.ts';
import { yuanOf } from '../money/yuan.ts';
import type { InsuranceType } from '../policy/closed-sets.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { DocumentTable, PrintedDocument } from '../ports/document-printer.ts';
import { type DocumentTexts, documentTexts } from './document-texts.ts';

/** One look at own records (REC-1): which, of whom, and what the authority said. */
export interface RecordsFacts {
  readonly nameMasked: string;
  readonly documentNumberMasked: string;
  readonly type: InsuranceType;
  readonly year: number;
  readonly records: Records;
  /** `2026-11-22 09:41`, Asia/Shanghai. */
  readonly printedAt: string;
}

export type Records =
  | { readonly category: 'insurance'; readonly answer: InsuranceRecordsAnswer }
  | { readonly category: 'payments'; readonly answer: ContributionRecordsAnswer };

/** Codes, days, counts and fen as they stand; screens and paper put them into words. */
export function recordFacts(records: Records): readonly { fact: RecordFact; value: string }[] {
  if (records.category === 'payments') {
    const paid = records.answer.rows.filter((row) => row.paid);
    const total = paid.reduce((sum: Fen, row) => addFen(sum, fen(row.personalFen)), NO_MONEY);
    return [
      { fact: 'months-in-year', value: String(paid.length) },
      { fact: 'paid-in-year', value: String(total) },
    ];
  }
  const { status, place, insuredSince, employer, monthsInYear, monthsInAll } = records.answer;
  const optional = [
    { fact: 'place' as const, value: place },
    { fact: 'insured-since' as const, value: insuredSince },
    { fact: 'employer' as const, value: employer },
  ];
  return [
    { fact: 'status', value: status },
    ...optional.flatMap(({ fact, value }) => (value === null ? [] : [{ fact, value }])),
    { fact: 'months-in-year', value: String(monthsInYear) },
    { fact: 'months-in-all', value: String(monthsInAll) },
  ];
}

/** REC-2: the records on A4, in the resident's language; name and number stay masked, for paper lies about. */
export function recordsDocument(
  facts: RecordsFacts,
  language: Language,
  policy: PolicyPack,
): PrintedDocument {
  const words = documentTexts(language);
  const { records, type, year } = facts;
  const empty = records.category === 'payments' && records.answer.rows.length === 0;
  return {
    heading: inLanguage(policy.receipt.heading, language),
    title: words.titles[records.category],
    facts: [
      { label: words.labels.name, value: facts.nameMasked },
      { label: words.labels['document-number'], value: facts.documentNumberMasked },
      { label: words.labels.type, value: words.types[type] },
      { label: words.labels.year, value: String(year) },
      ...recordFacts(records).map((line) => ({
        label: words.facts[line.fact],
        value: factInWords(line, words),
      })),
      { label: words.labels['printed-at'], value: facts.printedAt },
    ],
    tables: records.category === 'payments' && !empty ? [monthsTable(records.answer, words)] : [],
    notes: [...(empty ? [words.nothing] : []), words.recordsNote],
    footer: inLanguage(policy.title, language),
  };
}

function factInWords({ fact, value }: { fact: RecordFact; value: string }, words: DocumentTexts): string {
  switch (fact) {
    case 'status':
      return value === 'insured' || value === 'paused' || value === 'not-insured'
        ? words.statuses[value]
        : value;
    case 'months-in-year':
    case 'months-in-all':
      return words.months(Number(value));
    case 'paid-in-year':
      return words.yuan(yuanOf(Number(value)));
    case 'place':
    case 'employer':
    case 'insured-since':
      return value;
  }
}

function monthsTable({ rows }: ContributionRecordsAnswer, { columns, paid }: DocumentTexts): DocumentTable {
  return {
    heading: [columns.month, columns.base, columns.personal, columns.employer, columns.paid],
    rows: rows.map((row) => [
      row.month,
      yuanOf(row.baseFen),
      yuanOf(row.personalFen),
      yuanOf(row.employerFen),
      row.paid ? paid.yes : paid.no,
    ]),
    widths: [2, 3, 3, 3, 2],
  };
}
