import type { ReceiptState } from '../../../../src/receipt/receipt-state.ts';
import type { ReceiptVerdict } from '../../../../src/receipt-code/receipt-verdict.ts';
import type { ReceiptStanding } from '../../../../src/receipt-code/where-request-stands.ts';

const verdicts: Readonly<Record<ReceiptVerdict, string>> = {
  genuine: '凭条是真的：由本系统的自助机签章，没有改动。',
  unsigned: '只有编号，没有签章，核不了真假。',
  'no-receipt-code': '不是本系统凭条上的码。',
  damaged: '码不完整，核不了。请重新扫描整个码。',
  'certificate-unknown': '核不了：签章的证书不在现行信任根里。',
  'certificate-over': '核不了：自助机的证书已经过期，或凭条不在证书有效期内。',
  'kiosk-revoked': '出凭条的自助机已吊销，凭条不再作数，以中心记录为准。',
  'signature-wrong': '不是本系统的凭条：签章不对，内容被改过或是仿造的。',
};

const states: Readonly<Record<ReceiptState, string>> = {
  'done-here': '已经办好',
  'accepted-not-yet-sent': '已受理，尚未发送',
  'sent-waiting-for-office': '已发送，等待经办',
  refused: '未办成',
  'partly-done': '部分办好',
  'unknown-asking': '结果未知，正在查询',
  'nothing-happened': '没有办理',
  'go-to-counter': '转窗口办理',
};

const standings: Readonly<Record<ReceiptStanding, string>> = {
  done: '已办结',
  'card-under-way': '已受理，卡在制作或待领',
  'with-the-office': '经办机构正在办理',
  'partly-done': '部分办成',
  refused: '未获同意',
  'nothing-done': '没有办成，没有变动',
  'not-sent-yet': '中心还没有收到，应仍在自助机里，联网后自动发送',
  'nothing-to-send': '凭条没有要送经办机构的事',
  'no-record': '中心没有这个编号的记录，请核查',
};

export const receiptCodes = {
  title: '凭条核对',
  verdicts,
  states,
  standings,
  state: '凭条上的结果',
  at: '出凭条时间',
  pack: '依据',
  stands: '现在',
};
