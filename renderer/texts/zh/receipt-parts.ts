import type { ReceiptPart } from '../../../src/receipt/receipt-facts.ts';

/** What became of each thing the resident came for; one sentence each. */
export const receiptParts: Record<ReceiptPart, string> = {
  'loss-reported': '挂失办好了，丢的卡已经停用。',
  'loss-not-reported': '挂失没有办成，丢的卡还能用。着急停用，请打电话。',
  'loss-unknown': '挂失办成没有，还在查。着急停用，请打电话。',
  'loss-undone': '挂失已经解除，卡又能用了。',
  'new-card-handed-over': '新卡已经交给您，请收好。',
  'new-card-to-collect': '新卡做好后，请带身份证去领。',
  'new-card-held-here': '新卡没有拿走，锁在本机里，只给您本人。',
  'new-card-maybe-taken': '不能确定是不是您拿了新卡，先停用。是您拿的，请带身份证到窗口启用。',
  'new-card-unknown-place': '新卡停在机器里，工作人员会来取。',
  'new-card-not-made': '新卡没有做成。',
  'old-card-void': '旧卡已经作废，找到了也不能用。',
  'old-card-kept': '旧卡已经收在机器里。',
  'old-card-still-valid': '旧卡还能用。',
  'old-card-given-back': '旧卡已经还给您。',
  'old-card-not-taken': '旧卡没有拿走，收在机器里，替您保管。',
  'old-card-stuck': '旧卡卡在机器里，工作人员会来取。',
  'electronic-card-follows': '电子社保卡会跟着新卡自动更新。',
  'tell-benefit-payers': '账号变了，请告诉给您发钱的单位。',
};

export const receiptMoney = {
  label: '钱',
  'not-taken': '没有收钱',
  taken: (kept: string) => `收了 ${kept} 元`,
  'coming-back': (back: string) => `退回 ${back} 元，退到您付款的地方`,
  kept: (kept: string) => `收了 ${kept} 元，`,
  unknown: '付款结果还在查，不会多收，先不要再付',
};
