import type { ServiceId } from '../../../src/contracts/service.ts';
import type { ReceiptState } from '../../../src/receipt/receipt-state.ts';
import type { ReceiptWords } from '../receipt-words.ts';

/** Receipts of what changes a card: where a service has words of its own for a state. */
export const cardReceipts: Partial<Record<ServiceId, Partial<Record<ReceiptState, ReceiptWords>>>> = {
  apply: {
    'sent-waiting-for-office': {
      title: '申请已经交上去了',
      meaning: '社保部门已经收到您的申请，接下来核对身份、开账户、制卡。',
      next: ['卡做好后，请带身份证原件去领。', '请留好编号，查进度时要用。'],
    },
    'done-here': {
      title: '新卡办好了',
      meaning: '新卡已经做好，激活以后银行功能就能用。',
      next: ['请拿好新卡和身份证。', '还没有激活的，可以接着激活。'],
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
  loss: {
    'done-here': {
      title: '挂失好了，卡已经停用',
      meaning: '别人不能再用这张卡。账户里的钱都在。',
      next: ['卡找到了，请带身份证和卡到银行窗口解挂。', '找不到了，可以补一张新卡。'],
    },
    'accepted-not-yet-sent': {
      title: '已在本机登记，但卡还没有停用',
      meaning: '现在网络不通。网络一恢复，本机会最先把您的挂失发出去，发出后才停用。',
      next: ['着急停用，请现在打电话。', '请留好编号。'],
    },
    'unknown-asking': {
      title: '还不知道卡停用了没有，正在查',
      meaning: '刚才网络断了，没有等到答复。本机会一直去问，不会重复办理。',
      next: ['着急停用，请现在打电话。', '请留好编号，打电话就能问到结果。'],
    },
  },
  replace: {
    'done-here': {
      title: '新卡办好了',
      meaning: '旧卡已经作废，以后请用新卡。',
      next: ['请拿好新卡和身份证。', '激活以后，银行功能就能用。'],
    },
    'sent-waiting-for-office': {
      title: '补卡已经收下，新卡在做',
      meaning: '旧卡已经作废。新卡做好后，请带身份证去领。',
      next: ['请留好编号，查进度时要用。'],
    },
  },
  swap: {
    'done-here': {
      title: '换好了，以后用新卡',
      meaning: '旧卡已经收回，不能再用。账户里的钱都在。',
      next: ['请拿好新卡和身份证。', '激活以后，银行功能就能用。'],
    },
    'sent-waiting-for-office': {
      title: '换卡已经收下，新卡在做',
      meaning: '新卡做好后，请带身份证去领。',
      next: ['请留好编号，查进度时要用。'],
    },
  },
  exchange: {
    'done-here': {
      title: '换好了，以后用新卡',
      meaning: '新卡已经给您。账户里的钱都在。',
      next: ['请拿好新卡和身份证。', '激活以后，银行功能就能用。'],
    },
  },
};
