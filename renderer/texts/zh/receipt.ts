import type { ServiceId } from '../../../src/contracts/service.ts';
import type { ViewOf } from '../../../src/contracts/view.ts';
import type { ReceiptState } from '../../../src/receipt/receipt-state.ts';
import type { ReceiptWords } from '../receipt-words.ts';
import { cardReceipts } from './card-receipts.ts';
import { receiptMoney, receiptParts } from './receipt-parts.ts';

type Paper = ViewOf<'receipt'>['paper'];
const receipts: Record<ReceiptState, ReceiptWords> = {
  'done-here': { title: '已经办好了', meaning: '马上生效。', next: ['请拿好您的卡和身份证。'] },
  'accepted-not-yet-sent': {
    title: '本机已收下，还没有发出',
    meaning: '现在网络不通，社保部门还没有收到。网络一恢复，本机会自动发出，不用您再来。',
    next: ['请留好编号。', '过一天可以打电话问一问有没有发出。'],
  },
  'sent-waiting-for-office': {
    title: '已经发出，等部门办理',
    meaning: '社保部门已经收到，正在办理。',
    next: ['请留好编号，查进度时要用。'],
  },
  refused: {
    title: '没有办成',
    meaning: '社保部门没有同意，您的卡和钱没有变化。',
    next: ['请看下面的原因。', '可以打电话问，也可以到窗口去问。'],
  },
  'partly-done': {
    title: '办好了一部分',
    meaning: '有的办好了，有的没有办成。下面一件一件说。',
    next: ['请看清下面每一件事。', '不明白，请打电话，报编号。'],
  },
  'unknown-asking': {
    title: '还不知道有没有办成，正在查',
    meaning: '刚才网络断了，没有等到答复。本机会一直去问，不会重复办理，也不会多收钱。',
    next: ['现在先不要再办一次。', '请留好编号，打电话就能问到结果。'],
  },
  'nothing-happened': {
    title: '什么都没有办',
    meaning: '您的卡和钱都没有变化，填的内容也没有留下。',
    next: ['想办的时候，可以重新开始。'],
  },
  'go-to-counter': {
    title: '请到窗口接着办',
    meaning: '在这里还没有办成，您的卡没有变化。',
    next: ['请带上身份证原件和凭条到窗口。', '您在这里填的内容没有印在凭条上，到窗口请再说一遍。'],
  },
};

const receiptsOf: Partial<Record<ServiceId, Partial<Record<ReceiptState, ReceiptWords>>>> = {
  ...cardReceipts,
  certify: {
    'done-here': {
      title: '认证通过了',
      meaning: '今年的资格认证已经办好，不用再来。',
      next: ['下一次，请在有效期以内再来认证。'],
    },
    'accepted-not-yet-sent': {
      title: '认证已收下，还没有发出',
      meaning: '现在网络不通，社保部门还没有收到。网络一恢复，本机会自动发出，不用您再来。',
      next: ['请留好编号。', '过一天可以打电话问一问有没有发出。'],
    },
  },
  'contact-data': {
    'done-here': {
      title: '已经改好了',
      meaning: '社保部门已经记下新的信息。',
      next: ['以后短信会发到新的手机号。'],
    },
  },
};

const papers: Record<Paper, string> = {
  printing: '凭条正在打印，请在下方出纸口拿取。',
  printed: '凭条已打印，请在下方出纸口拿取。',
  'no-paper': '凭条纸用完了，没有打出来。请用手机拍下这一页。',
  'printer-down': '打印机坏了，没有打出来。请用手机拍下这一页。',
};

export const receipt = {
  states: receipts,
  ofService: receiptsOf,
  /** LOSS-6, where the service alone would say the opposite. */
  undone: {
    title: '解挂好了，卡又能用了',
    meaning: '马上生效，社保和银行功能都恢复。',
    next: ['请拿好您的卡。'],
  } satisfies ReceiptWords,
  /** Where money has moved, no general sentence about it is true. */
  moneyMoved: '没有往下办。卡和钱的情况看下面。',
  notBlocked: '卡还没有停用',
  callNow: '着急停用，请现在打电话',
  parts: receiptParts,
  money: receiptMoney,
  validUntil: '有效期到',
  lostUntil: '停用到',
  nextServices: '接下来可以办',
  papers,
  reference: '编号',
  applicationNumber: '申请号',
  readyBy: '最晚做好',
  collectWithin: '领卡期限',
  collectWithinDays: (days: number) => `做好后 ${days} 天内去领`,
  place: '领卡地点',
  counter: '可以去的窗口',
  why: '原因',
  whatNext: '接下来',
  callUs: '有问题请打电话',
  paperPicture: '凭条从屏幕下方的出纸口出来',
  qr: '扫一扫，能核真假',
  qrLabel: '凭条的二维码',
  mobileUnconfirmed: '手机号还没有用短信核对，经办人员会和您核对。',
  printAgain: '再打一张凭条',
  finish: '我知道了',
};
