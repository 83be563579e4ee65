import type { ResidentField } from '../../../src/contracts/resident-field.ts';
import { documents } from './identity.ts';

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
};

/** Codes of the view in words; what is not a code (a name, a number, a place) stands as it came. */
const values: Partial<Record<ResidentField, Record<string, string>>> = {
  sex: { male: '男', female: '女' },
  country: { CHN: '中国' },
  'document-kind': documents,
  photo: { camera: '刚才拍的照片', 'authority-file': '以前的照片' },
  pin: { set: '已经设好' },
  'balance-sms': { yes: '要，发短信', no: '不要' },
};

export const fields = {
  names,
  values,
  validity: (from: string, to: string) => `${from} 到 ${to === '' ? '长期' : to}`,
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  fromChip: '来自身份证',
  fromSocialCard: '来自社保卡',
  change: '修改',
  changeField: (field: string) => `修改${field}`,
  fee: '费用',
  feeFree: '0.00 元，免费',
  feeYuan: (yuan: string) => `${yuan} 元`,
};
