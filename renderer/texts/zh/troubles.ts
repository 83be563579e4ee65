import type { RefusalFact, Trouble } from '../../../src/contracts/trouble.ts';
import type { ViewOf } from '../../../src/contracts/view.ts';
import type { Said } from '../said.ts';
import { machineTroubles } from './machine-troubles.ts';

const what: Record<Trouble, Said> = {
  ...machineTroubles,
  'id-card-unreadable': {
    title: '身份证读不出来',
    what: '试了几次都没有读到芯片。可能是卡受潮、弯折，或者芯片坏了。',
    now: ['请换一台机器试试，或者到窗口办。', '每台机器都读不了，请到派出所换身份证。'],
  },
  'id-card-reader-down': {
    title: '身份证读卡器坏了',
    what: '是机器的问题，不是您的身份证有问题。',
    now: ['机器正在自己恢复，可以过几分钟再来。', '着急办，请到窗口。'],
  },
  'social-card-unreadable': {
    title: '社保卡读不出来',
    what: '试了几次都没有读到芯片。可能是芯片脏了或者坏了。',
    now: ['请用软布擦一擦芯片，再试一次。', '还是不行，请带卡和身份证到窗口换卡。'],
  },
  'social-card-reader-down': {
    title: '社保卡读卡器坏了',
    what: '是机器的问题，不是您的卡有问题。',
    now: ['机器正在自己恢复，可以过几分钟再来。', '着急办，请到窗口。'],
  },
  'pin-pad-down': {
    title: '密码键盘坏了',
    what: '是机器的问题，您的密码没有变化，也没有人看到。',
    now: ['机器正在自己恢复，可以过几分钟再来。', '着急办，请到银行窗口。'],
  },
  'link-down': {
    title: '网络中断了',
    what: '现在连不上社保部门，这项业务办不了。',
    now: ['网络恢复后可以再来。', '着急办，请到窗口或者打电话。'],
  },
  'authority-refused-to-answer': {
    title: '社保部门的系统现在没有答复',
    what: '网络是通的，但是对方系统太忙或者在维护。',
    now: ['请过一会儿再试。', '着急办，请到窗口或者打电话。'],
  },
  'camera-down': {
    title: '摄像头用不了',
    what: '是机器的问题，没有拍到您的照片。',
    now: ['可以改到窗口办。', '也可以换一台机器。'],
  },
  internal: {
    title: '对不起，机器出错了',
    what: '是机器的问题，不是您做错了什么。',
    now: ['请重新开始，或者到窗口办。', '有问题请打电话。'],
  },
};

const card: Record<ViewOf<'trouble'>['card'], string> = {
  none: '您没有把社保卡放进机器。请带好身份证。',
  'with-you': '您的卡在您手里，没有变化。',
  'take-it-back': '您的卡还在读卡口里，请现在拿走。',
};

export const troubles = {
  what,
  card,
  cardStuck: '您的卡还在机器里，工作人员会取出来还给您。',
  nothingChanged: '什么都没有办，钱也没有动。',
  maybeChanged: '已经提交的部分会接着办，不会重复，也不会多收钱。',
  cardLabel: '您的卡',
  moneyLabel: '办理情况',
  now: '现在可以',
};

export const refusalScreen = {
  now: '您可以',
  papers: '要带的材料',
  counters: '可以去的窗口',
  instead: '您可以改办',
  printSlip: '打印一张说明',
  factNames: {
    age: '您的周岁',
    turnsOn: '可以自助办理的日期',
    validTo: '有效期到',
    validFrom: '生效日期',
    region: '发卡地区',
    cardNumberMasked: '卡号',
    reference: '编号',
    readyBy: '最晚做好',
    lostUntil: '停用到',
    topic: '窗口办的事',
  } satisfies Record<RefusalFact, string> as Record<RefusalFact, string>,
  factAge: (age: string) => `${age} 周岁`,
};
