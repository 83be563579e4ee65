import { expect, it } from 'vitest';
import { dayText, factText, momentText, shareText, spanText, yuanText } from './moments.ts';

it('shows instants by the clock in Shanghai, whatever the browser’s zone is', () => {
  expect(momentText('2026-08-31T16:00:05Z')).toBe('2026-09-01 00:00:05');
  expect(dayText('2026-08-31T16:00:05Z')).toBe('2026-09-01');
});

it('shows money in yuan with two decimals', () => {
  expect(yuanText(123_450)).toBe('1,234.50');
  expect(factText('amountFen', 1_500)).toBe('¥ 15.00');
  expect(factText('tries', 15)).toBe('15');
  expect(factText('code', null)).toBe('—');
});

it('knows no share of nothing', () => {
  expect(shareText(0, 0)).toBe('—');
  expect(shareText(1, 8)).toBe('12.5 %');
});

it.each([
  [59_000, '59 秒', '59 s'],
  [61_000, '1 分钟', '1 min'],
  [7_200_000, '2 小时', '2 h'],
  [200_000_000, '2 天', '2 d'],
])('%s ms last %s', (ms, zh, en) => {
  expect(spanText(ms, 'zh-CN')).toBe(zh);
  expect(spanText(ms, 'en')).toBe(en);
});
