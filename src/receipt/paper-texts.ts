import type { ServiceId } from '../contracts/service.ts';
import type { Refusal } from '../contracts/trouble.ts';
import type { Language } from '../contracts/view.ts';
import type { ReceiptState } from './receipt-state.ts';

/** Words on paper, in one language. Screens have a catalogue of their own; paper is printed by the core. */
export interface PaperTexts {
  readonly services: Partial<Record<ServiceId, string>>;
  readonly states: Record<ReceiptState, string>;
  readonly labels: Record<
    | 'reference'
    | 'time'
    | 'service'
    | 'application-number'
    | 'ready-by'
    | 'place'
    | 'counter'
    | 'address'
    | 'phone'
    | 'name'
    | 'document-number'
    | 'call'
    | 'refusal',
    string
  >;
  readonly next: Record<ReceiptState, (facts: { collectWithinDays: number | null }) => string>;
  readonly mobileUnconfirmed: string;
  /** APPLY-9 */
  readonly electronicCard: string;
  readonly refusals: Partial<Record<Refusal, string>>;
  readonly otherRefusal: string;
}

const zh: PaperTexts = {
  services: { apply: '申领社会保障卡', activate: '激活社会保障卡', help: '业务咨询' },
  states: {
    'done-here': '已办好',
    'accepted-not-yet-sent': '本机已受理，还没有发出',
    'sent-waiting-for-office': '已发出，等经办机构办理',
    refused: '没有办成',
    'unknown-asking': '还不知道结果，正在查询',
    'nothing-happened': '没有办理，卡没有变化',
    'go-to-counter': '请到窗口办理',
  },
  labels: {
    reference: '编号',
    time: '办理时间',
    service: '办理事项',
    'application-number': '申请编号',
    'ready-by': '最晚可领',
    place: '领卡地点',
    counter: '可去的窗口',
    address: '地址',
    phone: '电话',
    name: '姓名',
    'document-number': '证件号码',
    call: '咨询电话',
    refusal: '原因',
  },
  next: {
    'done-here': () => '卡的银行功能已开通，新密码现在就能用。请记住密码，不要告诉别人。',
    'accepted-not-yet-sent': ({ collectWithinDays }) =>
      `网络恢复后本机会自动发出，您不用再来一次。卡做好后请在${collectWithinDays ?? ''}天内凭身份证领取。`,
    'sent-waiting-for-office': ({ collectWithinDays }) =>
      `卡做好后请在${collectWithinDays ?? ''}天内凭身份证领取，可以打电话查询进度。`,
    refused: () => '卡和账户没有变化。请打电话问清楚，或到窗口办理。',
    'unknown-asking': () => '请先不要再办一次。本机会继续查询，也可以打电话，报编号查询。',
    'nothing-happened': () => '您可以现在再试一次，或者改天再来。',
    'go-to-counter': () => '请带上本人身份证和这张回执，到窗口办理。',
  },
  mobileUnconfirmed: '手机号还没有用短信核对，经办人员会和您核对。',
  electronicCard: '电子社保卡会跟着新卡自动更新，不用另外办理。',
  refusals: {
    'has-card': '您已经有社会保障卡',
    'application-pending': '您已经申请过，正在办理',
    'not-entitled': '经办机构查不到您的参保或户籍信息',
    'identity-invalid': '身份信息没有通过核对',
    'mobile-not-confirmed': '手机号没有核对成功',
    'unknown-outlet': '领卡地点不能办理',
    'already-active': '这张卡已经激活过',
    'card-not-normal': '卡的状态不正常',
    'holder-mismatch': '不是本人的卡',
    'account-closed': '银行账户已经注销',
    'pin-refused': '银行没有接受新密码',
    'under-age': '未满自助办理的年龄',
  },
  otherRefusal: '经办机构没有受理',
};

const en: PaperTexts = {
  services: { apply: 'Social security card application', activate: 'Card activation', help: 'Advice' },
  states: {
    'done-here': 'Done',
    'accepted-not-yet-sent': 'Accepted here, not yet sent',
    'sent-waiting-for-office': 'Sent, waiting for the office',
    refused: 'Not done',
    'unknown-asking': 'Result not known yet, we are asking',
    'nothing-happened': 'Not done, the card is unchanged',
    'go-to-counter': 'Please go to a counter',
  },
  labels: {
    reference: 'Reference',
    time: 'Time',
    service: 'Service',
    'application-number': 'Application no.',
    'ready-by': 'Ready at the latest',
    place: 'Collect at',
    counter: 'Counter',
    address: 'Address',
    phone: 'Telephone',
    name: 'Name',
    'document-number': 'ID number',
    call: 'Questions',
    refusal: 'Reason',
  },
  next: {
    'done-here': () =>
      'The bank side of your card is open. Your new PIN works from now on. Tell it to nobody.',
    'accepted-not-yet-sent': ({ collectWithinDays }) =>
      `It will be sent by itself when the network is back; you need not come again. Collect the card with your ID card within ${collectWithinDays ?? ''} days once it is ready.`,
    'sent-waiting-for-office': ({ collectWithinDays }) =>
      `Collect the card with your ID card within ${collectWithinDays ?? ''} days once it is ready; call to ask how far it is.`,
    refused: () => 'Your card and account are unchanged. Please call, or go to a counter.',
    'unknown-asking': () =>
      'Please do not try again yet. We keep asking; you can also call and give the reference.',
    'nothing-happened': () => 'You can try again now or come another day.',
    'go-to-counter': () => 'Take your ID card and this receipt to a counter.',
  },
  mobileUnconfirmed: 'Your mobile number is not confirmed yet; the office will check it with you.',
  electronicCard: 'Your electronic card follows the new card by itself.',
  refusals: {
    'has-card': 'You already have a social security card',
    'application-pending': 'You have applied before; it is being worked on',
    'not-entitled': 'The office finds no insurance or household record',
    'identity-invalid': 'Your identity could not be confirmed',
    'mobile-not-confirmed': 'The mobile number was not confirmed',
    'unknown-outlet': 'The collection place is not available',
    'already-active': 'This card is already active',
    'card-not-normal': 'The card is not in order',
    'holder-mismatch': "The card is somebody else's",
    'account-closed': 'The bank account is closed',
    'pin-refused': 'The bank did not accept the new PIN',
    'under-age': 'Too young for self-service',
  },
  otherRefusal: 'The office did not accept it',
};

export const paperTexts = (language: Language): PaperTexts => (language === 'zh-CN' ? zh : en);
