import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { Difference, PlainWords } from '../contracts/console/plain-words.ts';
import type { Fen } from '../money/fen.ts';
import { type DatedFee, feeOn } from '../policy/fee.ts';
import { both } from './plain-words.ts';
import { yuan } from './shown-value.ts';

/** Days on which one amount becomes another; open at the end with null. */
interface Span {
  readonly from: CalendarDay;
  readonly until: CalendarDay | null;
  readonly before: Fen | null;
  readonly after: Fen | null;
}

/**
 * Two lists of dated fees (REPL-7) compared day by day, however they are cut into spans:
 * `补换卡工本费：25.00 元 → 20.00 元，自 2026-12-01 起`.
 */
export function feeDifferences(
  path: string,
  name: PlainWords,
  before: readonly DatedFee[],
  after: readonly DatedFee[],
): readonly Difference[] {
  return joinedSpans(before, after)
    .filter((span) => span.before !== span.after)
    .map((span) => ({ path, change: 'changed', says: spanWords(name, span) }));
}

function joinedSpans(before: readonly DatedFee[], after: readonly DatedFee[]): readonly Span[] {
  const days = [...before, ...after].flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  const edges = [...new Set(days)].sort();
  const spans: Span[] = [];
  for (const [at, from] of edges.entries()) {
    const span = {
      from,
      until: edges[at + 1] ?? null,
      before: feeOn(before, from),
      after: feeOn(after, from),
    };
    const last = spans.at(-1);
    if (last !== undefined && last.before === span.before && last.after === span.after) {
      spans[spans.length - 1] = { ...last, until: span.until };
    } else {
      spans.push(span);
    }
  }
  return spans;
}

const amount = (fen: Fen | null): PlainWords => (fen === null ? both('没有价格', 'no fee') : yuan(fen));

function spanWords(name: PlainWords, span: Span): PlainWords {
  const before = amount(span.before);
  const after = amount(span.after);
  const days =
    span.until === null
      ? both(`自 ${span.from} 起`, `from ${span.from}`)
      : both(`自 ${span.from} 起，到 ${span.until} 前`, `from ${span.from} until before ${span.until}`);
  return both(
    `${name.zh}：${before.zh} → ${after.zh}，${days.zh}`,
    `${name.en}: ${before.en} → ${after.en}, ${days.en}`,
  );
}
