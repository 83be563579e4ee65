import type { Trouble } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';

/** Troubles of what makes, takes in and prints, and of payment. */
export const machineTroubles = {
  'card-acceptor-down': {
    title: '收卡口坏了',
    what: '是机器的问题，不是您的卡有问题。',
    now: ['请换一台机器，或者到窗口办。', '卡还在机器里，请不要硬拔，打电话找人帮忙。'],
  },
  'card-issuer-down': {
    title: '制卡机坏了',
    what: '是机器的问题，现在不能当场做卡。',
    now: ['新卡可以到网点领。', '着急要卡，请到能当场拿卡的网点。'],
  },
  'card-stuck': {
    title: '卡卡住了，还在机器里',
    what: '对不起，是机器的问题。卡是安全的，别人拿不到。',
    now: ['请不要硬拔。', '请打下面的电话，工作人员会来取出您的卡。'],
  },
  'no-stock': {
    title: '空白卡用完了',
    what: '这台机器现在不能当场做卡。',
    now: ['新卡可以到网点领。', '着急要卡，请换一台机器，或者到窗口。'],
  },
  'retain-bin-full': {
    title: '收旧卡的箱子满了',
    what: '旧卡没有地方收，所以现在不能换卡。',
    now: ['请换一台机器，或者到窗口办。', '工作人员清理以后，可以再来。'],
  },
  'document-printer-down': {
    title: '打印机坏了',
    what: '现在打不出来，您看到的内容没有变化。',
    now: ['可以用手机拍下屏幕。', '要纸的，请到窗口打印。'],
  },
  'code-scanner-down': {
    title: '扫码的机器坏了',
    what: '现在读不了手机上的码。',
    now: ['请用社保卡办。', '没有带卡，请到窗口办。'],
  },
  'payment-not-possible': {
    title: '现在付不了款',
    what: '付款的系统没有答复。没有收您的钱。',
    now: ['请过一会儿再试。', '着急办，请到窗口。'],
  },
} satisfies Partial<Record<Trouble, Said>>;
