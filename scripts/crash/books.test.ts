import { expect, it } from 'vitest';
import { referencesOn, saidOnPaper } from './books.ts';

const paper = (state: string) => `海南省社会保障卡一卡通自助服务
二代卡换三代卡

${state}
────────────────────────
编号                             YKT-T62W-4D85-F
────────────────────────
· 新卡没有办成。
`;

it.each([
  ['已办好', 'done-here'],
  ['没有办成', 'refused'],
  ['一部分办好了，一部分没有\n办成', 'partly-done'],
  ['本机已受理，还没有发出', 'accepted-not-yet-sent'],
  ['没有办理，什么都没有变化', 'nothing-happened'],
])('INV-4 a paper that says %s is read as %s, whatever its lines say below', (words, state) => {
  expect(saidOnPaper(paper(words))).toMatchObject({ reference: 'YKT-T62W-4D85-F', state, on: 'paper' });
});

it('a slip without a state says nothing of a request; every reference on a paper is found once', () => {
  expect(saidOnPaper('服务网点\n──\n')).toBeNull();
  expect(referencesOn(`${paper('已办好')}YKT-T62W-4D85-F YKT-AAAA-BBBB-C`)).toEqual([
    'YKT-T62W-4D85-F',
    'YKT-AAAA-BBBB-C',
  ]);
});
