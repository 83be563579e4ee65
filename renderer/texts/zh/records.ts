import type { RecordFact } from '../../../src/contracts/screen-words.ts';
import type { ViewOf } from '../../../src/contracts/view.ts';
import type { InsuranceType } from '../../../src/policy/closed-sets.ts';
import { choose } from './questions.ts';

const facts: Record<RecordFact, string> = {
  status: '参保状态',
  place: '参保的地方',
  'insured-since': '开始参保',
  employer: '单位',
  'months-in-year': '这一年交了',
  'months-in-all': '一共交了',
  'paid-in-year': '这一年自己交的钱',
};

const papers: Record<ViewOf<'records'>['paper'], string | null> = {
  'not-possible': null,
  offered: null,
  printing: '正在打印，请在出纸口拿。',
  printed: '打印好了，请拿走，不要忘在机器上。',
  failed: '没有打出来。请用手机拍下这一页，或者到窗口打印。',
};

export const records = {
  title: (type: string, year: number) => `${year} 年${type}`,
  category: { insurance: '参保情况', payments: '缴费情况' },
  types: choose.options['insurance-type'] as Record<InsuranceType, string>,
  lead: '只给您自己看，看完就清除。',
  facts,
  statuses: { insured: '正在参保', paused: '暂停参保', 'not-insured': '没有参保' } as Record<string, string>,
  months: (months: string) => `${months} 个月`,
  month: '月份',
  monthName: (month: number) => `${month} 月`,
  base: '缴费基数',
  personal: '自己交',
  employer: '单位交',
  paid: '交了没有',
  isPaid: '交了',
  notPaid: '没交',
  total: '合计',
  unit: '钱数都是元',
  nothing: '这一年没有记录。',
  nothingNow: '可以按“返回”，换一年看看。觉得不对，请打电话问。',
  print: '打印出来',
  papers,
  finish: '看好了',
};
