import type { OutletKind } from '../../../src/contracts/screen-words.ts';
import type { ViewOf } from '../../../src/contracts/view.ts';

const kinds: Record<OutletKind, string> = {
  agency: '社保窗口',
  'instant-issue': '当场拿卡的网点',
  hospital: '医院',
};

const papers: Record<ViewOf<'outlets'>['paper'], string | null> = {
  'not-possible': null,
  offered: null,
  printing: '正在打印，请在出纸口拿。',
  printed: '打印好了，请拿走。',
  failed: '没有打出来。请用手机拍下这一页。',
};

export const outlets = {
  title: '去哪里办？',
  lead: '先选种类，再选地区。',
  kinds,
  all: '全部地区',
  region: '地区',
  otherRegion: '换地区',
  regionTitle: '选一个地区',
  newCard: '办新卡',
  replacement: '补卡',
  adultsOnly: '只给有身份证的成年人办',
  asOf: (when: string) => `名单登记的时间：${when}。`,
  partial: '可能不全，去之前请打电话问一问。',
  phone: (phone: string) => `电话 ${phone}`,
  noPhone: '没有登记电话',
  none: '这个地区没有这一种。请换一个种类或者地区。',
  print: '打印出来',
  papers,
  finish: '看好了',
};
