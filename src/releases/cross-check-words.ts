import { addDays, type CalendarDay, parseDay } from '../calendar/calendar-day.ts';
import type { PlainWords } from '../contracts/console/plain-words.ts';
import { codeWords } from './coded-values.ts';
import { both } from './plain-words.ts';

type Words = (...found: readonly string[]) => PlainWords;

/** Sentences of the rules between fields (src/policy/cross-checks.ts, src/policy/fee.ts and others), for operators. */
const SENTENCES: readonly (readonly [RegExp, Words])[] = [
  [
    /^no fee from (\S+) until (\S+)$/,
    (from = '', until = '') => {
      const gap = gapWords(from, until);
      return both(
        `${gap.zh}没有价格（${from} 起，到 ${until} 前）`,
        `no fee for ${gap.en} (${from} until before ${until})`,
      );
    },
  ],
  [/^no fee from (\S+) on$/, (from = '') => both(`从 ${from} 起没有价格`, `no fee from ${from} on`)],
  [
    /^two fees from (\S+)$/,
    (from = '') =>
      both(
        `从 ${from} 起有两个价格，前一段还没有结束`,
        `two fees from ${from}: the span before has not ended`,
      ),
  ],
  [
    /^fee from (\S+) ends before it starts$/,
    (from = '') => both(`从 ${from} 起的一段还没开始就结束了`, `the span from ${from} ends before it starts`),
  ],
  [
    /^must be below refuseAbove$/,
    () => both('必须小于人脸不符门槛', 'must be below the threshold above which nobody passes'),
  ],
  [
    /^typing takes longer than reading$/,
    () => both('不能短于普通页面等待时间', 'must not be shorter than on other screens'),
  ],
  [
    /^no counter topic (\S+)$/,
    (topic = '') => both(`窗口办理事项里没有“${topic}”`, `there is no counter topic “${topic}”`),
  ],
  [
    /^a counter needs a topic$/,
    () => both('到窗口办的要写明对应的窗口事项', 'what a counter does needs a topic with its papers'),
  ],
  [
    /^open, but neither temporary nor formal$/,
    () =>
      both('业务开放了，但临时、正式挂失都没有', 'open, but neither the temporary nor the formal report is'),
  ],
  [
    /^a replacement needs the formal report$/,
    () => both('开放补卡就必须受理正式挂失', 'where cards are replaced, the formal report must be taken'),
  ],
  [/^leads to no value$/, () => both('指向的内容不存在', 'leads to no value')],
  [
    /^(.+) is there twice$/,
    (value = '') => both(`“${codeWords(value).zh}”出现了两次`, `“${codeWords(value).en}” is there twice`),
  ],
  [/^not a calendar day$/, () => both('不是日期（例如 2026-12-01）', 'not a day (2026-12-01)')],
  [
    /^two technicians have the same id$/,
    () => both('两名维护人员的工号相同', 'two technicians have the same number'),
  ],
];

function gapWords(from: string, until: string): PlainWords {
  const first = parseDay(from);
  const end = parseDay(until);
  const days = first && end ? daysBetween(first, end) : 0;
  return days === 1 ? both('中间一天', 'one day') : both(`中间 ${days} 天`, `${days} days`);
}

function daysBetween(from: CalendarDay, until: CalendarDay): number {
  const ms = Date.parse(until) - Date.parse(from);
  return Math.max(0, Math.round(ms / (Date.parse(addDays(from, 1)) - Date.parse(from))));
}

/** A rule's message in an operator's words; null for one without a sentence here. */
export function crossCheckWords(message: string): PlainWords | null {
  for (const [form, words] of SENTENCES) {
    const found = form.exec(message);
    if (found) return words(...found.slice(1));
  }
  return null;
}
