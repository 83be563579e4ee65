import { timeInShanghai } from '../../calendar/time-in-shanghai.ts';
import type { ReadinessLine, ReadinessReport } from '../../contracts/maintenance/readiness-report.ts';
import type { PaperLine, PaperReceipt } from '../../receipt/paper-receipt.ts';
import { LEVEL_WORDS, nextWords, SUBJECT_WORDS, stateWords, VERDICT_WORDS } from './report-words.ts';

/** A roll is not a page: what is well is a number, and of the rest this much is told. */
const MOST_LINES = 30;

/** The report for the receipt printer: red and amber lines with the next thing to do, and the time it was made. */
export function reportOnPaper(report: ReadinessReport): PaperReceipt {
  const needs = report.lines.filter(({ level }) => level !== 'well');
  const left = needs.length - MOST_LINES;
  return {
    heading: report.kioskName,
    title: '运行检查',
    lines: [
      { kind: 'text', text: VERDICT_WORDS[report.level], emphasis: true },
      { kind: 'pair', label: '时间', value: timeInShanghai(report.madeAt) },
      ...(report.kioskId === null ? [] : [{ kind: 'pair', label: '编号', value: report.kioskId } as const]),
      { kind: 'pair', label: '正常', value: `${report.lines.length - needs.length} 项` },
      { kind: 'rule' },
      ...needs.slice(0, MOST_LINES).flatMap(paperLines),
      ...(left > 0 ? [{ kind: 'text', text: `还有 ${left} 项，见屏幕`, emphasis: false } as const] : []),
    ],
    qr: null,
    footer: [],
  };
}

function paperLines(line: ReadinessLine): PaperLine[] {
  const which = line.which === null ? '' : ` ${line.which}`;
  const said = [stateWords(line), line.code, nextWords(line)].filter(Boolean).join('，');
  return [
    {
      kind: 'text',
      text: `${LEVEL_WORDS[line.level]} ${SUBJECT_WORDS[line.subject]}${which}`,
      emphasis: line.level === 'stop',
    },
    { kind: 'text', text: said, emphasis: false },
  ];
}
