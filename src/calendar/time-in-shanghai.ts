import { dayInShanghai } from './calendar-day.ts';

const MINUTE_MS = 60_000;
const SHANGHAI_MINUTES = 8 * 60;

/** `2026-11-22 09:41`, Asia/Shanghai. */
export function timeInShanghai(epochMs: number): string {
  const minutes = Math.floor(epochMs / MINUTE_MS) + SHANGHAI_MINUTES;
  const ofDay = minutes % (24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayInShanghai(epochMs)} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}
