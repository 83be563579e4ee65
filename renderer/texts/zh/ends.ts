import type { ServiceId } from '../../../src/contracts/service.ts';
import type { ViewOf } from '../../../src/contracts/view.ts';
import type { ReceiptState } from '../../../src/receipt/receipt-state.ts';

type Paper = ViewOf<'receipt'>['paper'];
/** What happened, what it means for me, what I do next. */
interface ReceiptWords {
  title: string;
  meaning: string;
  next: string[];
}

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
  'unknown-asking': {
    title: '还不知道有没有办成，正在查',
    meaning: '刚才网络断了，没有等到银行的答复。本机会一直去问，不会重复办理，也不会多收钱。',
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
  apply: {
    'sent-waiting-for-office': {
      title: '申请已经交上去了',
      meaning: '社保部门已经收到您的申请，接下来核对身份、开账户、制卡。',
      next: ['卡做好后，请带身份证原件去领。', '请留好编号，查进度时要用。'],
    },
    'done-here': {
      title: '申请已经收下',
      meaning: '社保部门已经登记您的申请。',
      next: ['卡做好后，请带身份证原件去领。'],
    },
  },
  activate: {
    'done-here': {
      title: '激活成功，卡可以用了',
      meaning: '新密码马上生效，银行功能已经开通。',
      next: ['请拿好您的社保卡。', '密码不要告诉别人。'],
    },
    'unknown-asking': {
      title: '还不知道有没有激活，正在查',
      meaning: '刚才网络断了，没有等到银行的答复。本机会一直去问，不会重复办理，您账户里的钱不受影响。',
      next: ['现在先不要再激活一次。', '请拿好卡，留好编号，打电话就能问到结果。'],
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
  qr: '扫一扫，留下编号',
  qrLabel: '编号的二维码',
  mobileUnconfirmed: '手机号还没有用短信核对，经办人员会和您核对。',
  printAgain: '再打一张凭条',
  finish: '我知道了',
};

const acts: Record<ViewOf<'working'>['act'], string> = {
  'asking-authority': '正在向社保部门查询',
  'checking-pin': '正在请银行检查密码',
  submitting: '正在提交',
  activating: '正在激活，请不要拔卡',
  printing: '正在打印凭条',
  'sending-code': '正在发送短信',
};

export const ends = {
  checkTitle: '请核对，没有问题再提交',
  checkTitleMore: '请先看完，再提交',
  checkSubmit: '确认提交',
  checkLeave: '先不办',
  checkNext: '看下一页',
  checkQueued: '现在网络不通。提交后先存在本机，网络恢复后自动发出。',
  checkThen: { apply: '提交后会送到社保部门办理。', other: '提交后马上办理，请不要离开。' },
  working: acts,
  workingLead: (seconds: number) => `大约 ${seconds} 秒，请不要离开。`,
  workingLong: '比平时慢一些，还在办，请再等一下。',
  takeTitle: '请拿走您的卡',
  takeLead: { 'id-card': '身份证在感应区上。', 'social-card': '社保卡在读卡口里，轻轻拔出来。' },
  takePicture: '从读卡器上拿走您的卡',
  endedTitle: { goodbye: '办完了，再见', 'timed-out': '时间到了，已经退出', cancelled: '已经退出' },
  endedLead: {
    goodbye: '谢谢您。请带好随身物品。',
    'timed-out': '您填的内容已经清除，没有留在机器里。',
    cancelled: '您填的内容已经清除，没有留在机器里。',
  },
  endedCheck: '别忘了身份证、社保卡和凭条。',
};
