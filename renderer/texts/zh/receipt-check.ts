import type { ReceiptState } from '../../../src/receipt/receipt-state.ts';
import type { ReceiptVerdict } from '../../../src/receipt-code/receipt-verdict.ts';
import type { ReceiptStanding } from '../../../src/receipt-code/where-request-stands.ts';

const verdicts: Record<ReceiptVerdict, { readonly title: string; readonly lead: string }> = {
  genuine: { title: '这张凭条是真的', lead: '是我们的机器打的，没有改过。' },
  unsigned: { title: '这张凭条核不了真假', lead: '码里只有编号，没有签章。下面是这个编号办到哪里。' },
  'no-receipt-code': { title: '这不是我们的凭条', lead: '这个码不是一卡通机器打的。请扫凭条最下面的码。' },
  damaged: { title: '这张凭条核不了', lead: '码坏了，或者没扫全。请压平再扫一次，也可以打电话报编号。' },
  'certificate-unknown': {
    title: '这张凭条核不了',
    lead: '本机不认识打凭条的那台机器。请打电话报编号。',
  },
  'certificate-over': { title: '这张凭条核不了', lead: '凭条太久了，过了能核对的日子。' },
  'kiosk-revoked': { title: '这张凭条核不了', lead: '打凭条的那台机器已经停用。以下面查到的为准。' },
  'signature-wrong': {
    title: '这不是我们的凭条',
    lead: '码被改过，或者不是我们的机器打的。上面写的不算数。',
  },
};

/** What the receipt said on its day, short. */
const states: Record<ReceiptState, string> = {
  'done-here': '已经办好',
  'accepted-not-yet-sent': '已收下，当时还没有发出',
  'sent-waiting-for-office': '已发出，等部门办理',
  refused: '没有办成',
  'partly-done': '办好了一部分',
  'unknown-asking': '当时还不知道结果',
  'nothing-happened': '什么都没有办',
  'go-to-counter': '请到窗口办',
};

const standings: Record<ReceiptStanding, string> = {
  done: '社保部门已经办好。',
  'card-under-way': '社保部门已经受理。想看卡做到哪一步，请用身份证查。',
  'with-the-office': '社保部门已经收到，正在办理。',
  'partly-done': '办好了一部分，还有一部分没有办成。请打电话报编号问一问。',
  refused: '社保部门没有同意。请打电话报编号，问清原因。',
  'nothing-done': '没有办成，卡没有变化。',
  'not-sent-yet': '还在打凭条的那台机器里，网络一通就自动发出，不用再办一次。',
  'nothing-to-send': '这张凭条没有要送到社保部门的事。',
  'no-record': '社保部门没有查到这个编号。请打电话报编号。',
};

export const receiptCheck = {
  verdicts,
  states,
  standings,
  stands: '现在办到哪里',
  since: (day: string) => `${day}的情况`,
  notReached: '现在连不上社保部门，看不到办到哪里。',
  notReachedGenuine: '现在连不上社保部门，看不到办到哪里。凭条本身是真的。',
  said: '凭条上写的',
  service: '办的事',
  state: '当时的结果',
  at: '打凭条的时间',
  kiosk: '哪台机器',
  reference: '编号',
  again: '再扫一张',
  finish: '看好了',
};
