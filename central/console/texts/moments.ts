import type { CalendarDay } from '../../../src/calendar/calendar-day.ts';
import { calendarDay } from '../../../src/contracts/fields.ts';
import type { Language } from '../../../src/contracts/view-chrome.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `2026-09-01 08:30:05`, the same in both languages so that columns sort by eye. Takes ISO text or milliseconds. */
export function momentText(at: string | number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(new Date(at));
}

/** `2026-09-01` in Shanghai. */
export function dayText(at: string | number): string {
  return momentText(at).slice(0, 10);
}

/** `3 分钟`, `2 h`: how long something has lasted, rounded down to its largest unit. */
export function spanText(milliseconds: number, language: Language): string {
  const [count, zh, en] =
    milliseconds >= DAY_MS
      ? [milliseconds / DAY_MS, '天', 'd']
      : milliseconds >= HOUR_MS
        ? [milliseconds / HOUR_MS, '小时', 'h']
        : milliseconds >= MINUTE_MS
          ? [milliseconds / MINUTE_MS, '分钟', 'min']
          : [Math.max(0, milliseconds) / 1_000, '秒', 's'];
  return `${Math.floor(count)} ${language === 'en' ? en : zh}`;
}

/** `1,234.50`, yuan of fen. */
export function yuanText(fen: number): string {
  return (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `98.4 %`; a share of nothing is not known. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** The day it is now where the kiosks stand. */
export function todayInShanghai(): CalendarDay {
  return calendarDay.parse(dayText(Date.now()));
}

/** A fact of a record: amounts (`…Fen`) in yuan, everything else as it is. */
export function factText(name: string, fact: string | number | boolean | null): string {
  if (fact === null) return '—';
  return typeof fact === 'number' && /fen$/i.test(name) ? `¥ ${yuanText(fact)}` : String(fact);
}
