import type { ResidentField } from '../../../src/contracts/resident-field.ts';

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

export const fields = {
  names,
  fromChip: '来自身份证',
  change: '修改',
  changeField: (field: string) => `修改${field}`,
  fee: '费用',
  feeFree: '0.00 元，免费',
  feeYuan: (yuan: string) => `${yuan} 元`,
};
