import type { ResidentField } from '../../../src/contracts/resident-field.ts';
import { documents } from './identity.ts';
import { choose } from './questions.ts';

const names: Record<ResidentField, string> = {
  name: '姓名',
  sex: '性别',
  'ethnic-group': '民族',
  'birth-date': '出生日期',
  country: '国家',
  'document-kind': '证件',
  'document-number': '证件号码',
  'document-validity': '证件有效期',
  'chip-address': '身份证地址',
  mobile: '手机号',
  occupation: '职业',
  'residential-address': '常住地址',
  'collection-place': '领卡地点',
  photo: '照片',
  'card-number': '社保卡号',
  'account-number': '银行账号',
  pin: '密码',
  'balance-sms': '余额变动短信',
  'loss-kind': '怎么办',
  'loss-term': '停用多久',
  'account-choice': '银行账号',
  'exchange-reason': '换卡原因',
  'how-to-get-it': '怎么拿新卡',
};

/** Codes of the view in words; what is not a code (a name, a number, a place) stands as it came. */
const values: Partial<Record<ResidentField, Record<string, string>>> = {
  sex: { male: '男', female: '女' },
  country: { CHN: '中国' },
  'document-kind': documents,
  photo: { camera: '刚才拍的照片', 'authority-file': '以前的照片' },
  pin: { set: '已经设好' },
  'balance-sms': { yes: '要，发短信', no: '不要' },
  'loss-kind': choose.options['what-about-the-lost-card'],
  'loss-term': choose.options['loss-term'],
  'account-choice': choose.options['account-number'],
  'exchange-reason': choose.options['exchange-reason'],
  'how-to-get-it': choose.options['how-to-get-it'],
};

export const fields = {
  names,
  values,
  validity: (from: string, to: string) => `${from} 到 ${to === '' ? '长期' : to}`,
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  month: (year: number, month: number) => `${year}年${month}月`,
  lossDays: (days: number) => `${days} 天，到期自动恢复`,
  fromChip: '来自身份证',
  fromSocialCard: '来自社保卡',
  change: '修改',
  changeField: (field: string) => `修改${field}`,
  fee: '费用',
  feeFree: '0.00 元，免费',
  feeYuan: (yuan: string) => `${yuan} 元`,
};
