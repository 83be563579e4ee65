import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';
import { anyFacts, wellFacts } from '../memory/made-up-facts.ts';
import { readinessOf } from '../readiness.ts';
import { reportDocument } from './report-document.ts';
import { factWords } from './report-facts.ts';
import { reportOnPaper } from './report-on-paper.ts';
import { nextWords, SUBJECT_WORDS, stateWords } from './report-words.ts';

const textOf = (report: ReturnType<typeof reportOnPaper>): string =>
  report.lines
    .map((line) =>
      line.kind === 'pair' ? `${line.label} ${line.value}` : line.kind === 'text' ? line.text : '',
    )
    .join('\n');

describe('the report on paper', () => {
  it('says how the kiosk is, when that was, and nothing of what is well but how much', () => {
    const paper = reportOnPaper(readinessOf(wellFacts));
    expect(paper.heading).toBe('一号机');
    expect(textOf(paper)).toContain('一切正常，可以服务');
    expect(textOf(paper)).toContain('时间 2026-11-22 06:30');
    expect(textOf(paper)).not.toContain(SUBJECT_WORDS.database);
  });

  it('has every red line with the next thing to do, red first, and stays short', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const report = readinessOf(facts);
        const paper = reportOnPaper(report);
        const told = textOf(paper);
        for (const line of report.lines.filter(({ level }) => level === 'stop').slice(0, 30)) {
          expect(told).toContain(SUBJECT_WORDS[line.subject]);
          expect(told).toContain(nextWords(line));
        }
        expect(paper.lines.length).toBeLessThanOrEqual(66);
      }),
    );
  });
});

describe('the report on A4', () => {
  it('has a row for every line, as wide as its heading, and moments a person can read', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const report = readinessOf(facts);
        const [table] = reportDocument(report).tables;
        expect(table?.rows.length).toBe(report.lines.length);
        for (const row of table?.rows ?? []) {
          expect(row.length).toBe(table?.widths.length);
          expect(row.join(' ')).not.toMatch(/undefined|NaN|\d{13}/);
        }
      }),
    );
  });
});

describe('the words of a report', () => {
  it('has Chinese ones for every line a kiosk can have', () => {
    const chinese = /\p{Script=Han}/u;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const line of readinessOf(facts).lines) {
          expect(stateWords(line)).toMatch(chinese);
          if (line.next !== null) expect(nextWords(line)).toMatch(chinese);
        }
      }),
    );
  });

  it('writes figures as a person reads them, and leaves out what only the centre needs', () => {
    const told = (facts: ReadinessLine['facts']) => factWords({ facts } as ReadinessLine);
    expect(told({ sensor: 'low', ledger: 19, low: 20 })).toBe('账面 19 张，传感器 少');
    expect(told({ offsetMs: -61_400, withinMs: 12 })).toBe('慢 61.4 秒');
    expect(told({ freeBytes: 3 * 1024 ** 3, growth: null })).toBe('空闲 3.0 GB');
  });

  it('shows a word of newer software as it came', () => {
    expect(stateWords({ subject: 'device', state: 'asleep' } as ReadinessLine)).toBe('asleep');
  });
});
