import { timeInShanghai } from '../../calendar/time-in-shanghai.ts';
import type { ReadinessLine, ReadinessReport } from '../../contracts/maintenance/readiness-report.ts';
import type { PrintedDocument } from '../../ports/document-printer.ts';
import { factWords } from './report-facts.ts';
import { LEVEL_WORDS, nextWords, SUBJECT_WORDS, stateWords, VERDICT_WORDS } from './report-words.ts';

const HEADING = ['', '检查的', '怎么样', '从何时起', '数字', '下一步'];
const WIDTHS = [0.8, 1.8, 1.9, 2, 2.3, 1.6];

/** The whole report for A4: every line, red first. */
export function reportDocument(report: ReadinessReport): PrintedDocument {
  const made = timeInShanghai(report.madeAt);
  return {
    heading: report.kioskName,
    title: '运行检查报告',
    facts: [
      { label: '结果', value: VERDICT_WORDS[report.level] },
      { label: '时间', value: made },
      { label: '编号', value: report.kioskId ?? '还没有登记' },
      { label: '项目', value: `${report.lines.length} 项` },
    ],
    tables: [{ heading: HEADING, rows: report.lines.map(row), widths: WIDTHS }],
    notes: ['报告里没有任何人的信息。'],
    footer: `${report.kioskName}　${made}`,
  };
}

function row(line: ReadinessLine): readonly string[] {
  const moments = [
    line.since === null ? '' : timeInShanghai(line.since),
    line.lastSuccess === null ? '' : `上次正常 ${timeInShanghai(line.lastSuccess)}`,
  ];
  return [
    LEVEL_WORDS[line.level],
    [SUBJECT_WORDS[line.subject], line.which].filter(Boolean).join(' '),
    [stateWords(line), line.code].filter(Boolean).join(' '),
    moments.filter(Boolean).join(' '),
    factWords(line),
    nextWords(line),
  ];
}
