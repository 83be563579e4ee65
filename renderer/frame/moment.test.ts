import { expect, it } from 'vitest';
import { dayAndTime, readableSince } from './moment.ts';

const NOW = Date.UTC(2026, 10, 22, 1, 41);
const MINUTE_MS = 60_000;

it('says the time alone of today, and the day of what is older, by the kiosk’s own midnight', () => {
  expect(readableSince(NOW - 7 * MINUTE_MS, NOW, 'zh-CN')).toBe('09:34');
  // Midnight in Asia/Shanghai is 16:00 UTC of the day before.
  const midnight = Date.UTC(2026, 10, 21, 16);
  expect(readableSince(midnight, NOW, 'en')).toMatch(/^\d\d:00$/);
  expect(readableSince(midnight - MINUTE_MS, NOW, 'zh-CN')).toBe('11月21日 23:59');
  expect(dayAndTime(NOW, 'en')).toBe('Nov 22 09:41');
});
