import type { ViewOf } from '../../../src/contracts/view.ts';

const items: Record<ViewOf<'pay'>['items'][number]['what'], string> = {
  loss: '挂失手续费',
  card: '新卡工本费',
};

export const pay = {
  title: '请用手机扫码付款',
  lead: '打开微信、支付宝或者银行，点“扫一扫”，对准这个码。',
  askingTitle: '正在查付款结果',
  askingLead: '请等一下，先不要再付。',
  askingSafe: '不会收两次钱。没有办成，钱会原路退回。',
  askingPicture: '正在问付款的结果',
  items,
  amount: '一共',
  yuan: (amount: string) => `${amount} 元`,
  qrLabel: '付款的二维码',
  picture: '用手机对准屏幕上的二维码',
  left: (time: string) => `请在 ${time} 之内付完`,
  over: '时间到了，正在查付款结果',
  after: '付完以后请等一下，屏幕会自己往下走。',
  noPhone: '没有手机付款，请按“不付了”，到窗口办。',
  cancel: '不付了，取消',
};
