import { expect, it } from 'vitest';
import { catalogueOf } from '../texts/catalogue.ts';
import { alarmDetail } from './alarm-detail.ts';

const zh = catalogueOf('zh-CN');

it.each([
  ['blanks 9 of 20', '空白卡 9 / 20'],
  ['cards 3', '卡 3'],
  ['cover-open', '盖子开着'],
  ['something new', 'something new'],
  [null, null],
])('says %s as %s', (detail, said) => {
  expect(alarmDetail(detail, zh)).toBe(said);
});
