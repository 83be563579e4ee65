import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { LANGUAGES } from '../contracts/view.ts';
import { INSURANCE_TYPES } from '../policy/closed-sets.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { documentSlip } from './document-slip.ts';
import { outletsDocument } from './outlets-document.ts';
import { type Records, recordFacts, recordsDocument } from './records-document.ts';

const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;

const INSURANCE: Records = {
  category: 'insurance',
  answer: {
    status: 'paused',
    place: 'Sample City',
    insuredSince: day('2015-03-01'),
    employer: null,
    monthsInYear: 1,
    monthsInAll: 138,
  },
};
const PAYMENTS: Records = {
  category: 'payments',
  answer: {
    rows: [
      { month: '2026-01', baseFen: 612300, personalFen: 48984, employerFen: 97968, paid: true },
      { month: '2026-02', baseFen: 612300, personalFen: 48985, employerFen: 97968, paid: true },
      { month: '2026-03', baseFen: 612300, personalFen: 48985, employerFen: 97968, paid: false },
    ],
  },
};
const facts = (records: Records) => ({
  nameMasked: '＊',
  documentNumberMasked: '4601 ＊＊＊＊ ＊＊＊＊ 0029',
  type: 'pension' as const,
  year: 2026,
  records,
  printedAt: '2026-11-22 12:00',
});
const values = (records: Records, language: (typeof LANGUAGES)[number]) =>
  recordsDocument(facts(records), language, POLICY).facts.map(({ value }) => value);

describe('REC-2 records on paper', () => {
  it('REC-1 counts and adds up what was paid and nothing else', () => {
    expect(recordFacts(PAYMENTS)).toEqual([
      { fact: 'months-in-year', value: '2' },
      { fact: 'paid-in-year', value: '97969' },
    ]);
    expect(values(PAYMENTS, 'zh-CN')).toContain('979.69 元');
  });

  it('REC-1 what the authority does not know is left out, codes become words', () => {
    expect(recordFacts(INSURANCE).map(({ fact }) => fact)).not.toContain('employer');
    expect(values(INSURANCE, 'zh-CN')).toContain('暂停参保');
    expect(values(INSURANCE, 'en')).toContain('1 month');
  });

  it('REC-2 a year without payments says so instead of an empty table', () => {
    const document = recordsDocument(facts({ category: 'payments', answer: { rows: [] } }), 'zh-CN', POLICY);
    expect(document.tables).toEqual([]);
    expect(document.notes).toContain('这一年没有记录。');
  });

  it.each(LANGUAGES)('REC-2 every type and category has words in %s', (language) => {
    for (const type of INSURANCE_TYPES) {
      for (const records of [INSURANCE, PAYMENTS]) {
        const {
          title,
          facts: lines,
          tables,
          notes,
        } = recordsDocument({ ...facts(records), type }, language, POLICY);
        for (const { label, value } of lines) expect(label && value).not.toBe('');
        for (const { heading, rows, widths } of tables) {
          expect(widths).toHaveLength(heading.length);
          for (const row of rows) expect(row).toHaveLength(heading.length);
        }
        const said = JSON.stringify([title, lines, tables, notes]);
        if (language === 'en') expect(said).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });
});

describe('FIND-1 outlets on paper', () => {
  const place = {
    id: 'a',
    kind: 'instant-issue',
    name: 'Sample Branch',
    region: 'Sample',
    address: '1 Sample Road',
    phones: ['0898-1', '0898-2'],
    services: [
      { service: 'instant-new-card', customers: 'adult-with-resident-id-card' },
      { service: 'instant-replacement', customers: 'all' },
    ],
  } as const;

  it('FIND-1 says what is made there and for whom', () => {
    const of = (language: (typeof LANGUAGES)[number]) =>
      outletsDocument(
        { kind: 'instant-issue', region: null, places: [place], list: { partial: true, asOf: '2020-10' } },
        language,
        POLICY,
      );
    expect(of('en').tables[0]?.rows[0]).toEqual([
      'Sample Branch',
      '1 Sample Road',
      '0898-1 0898-2',
      'new card (adults with an ID card only), replacement',
    ]);
    expect(of('en').facts[1]?.value).toBe('All regions');
    expect(of('zh-CN').facts.at(-1)).toEqual({ label: '名单日期', value: '2020-10' });
    expect(of('zh-CN').notes).toContain('只列出了一部分。');
    expect(JSON.stringify([of('en').title, of('en').facts, of('en').notes])).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a document on receipt paper', () => {
  it('REC-2 adds and drops nothing: every fact, cell and note is there', () => {
    const document = recordsDocument(facts(PAYMENTS), 'zh-CN', POLICY);
    const slip = JSON.stringify(documentSlip(document));
    const told = [
      ...document.facts.flatMap(({ label, value }) => [label, value]),
      ...document.tables.flatMap(({ rows }) => rows.flat()),
      ...document.notes,
      document.footer,
    ];
    for (const one of told) expect(slip).toContain(one);
  });

  it('FIND-1 an empty cell is no line', () => {
    const slip = documentSlip({
      ...recordsDocument(facts(PAYMENTS), 'zh-CN', POLICY),
      tables: [{ heading: ['A', 'B', 'C'], rows: [['a', '', 'c']], widths: [1, 1, 1] }],
    });
    expect(slip.lines.slice(-2)).toEqual([
      { kind: 'text', text: 'a', emphasis: true },
      { kind: 'pair', label: 'C', value: 'c' },
    ]);
  });
});
