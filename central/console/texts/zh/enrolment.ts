export const enrolment = {
  views: { open: '还能用', used: '已使用', over: '已过期' },
  mint: '领取入网码',
  mintText: '每个入网码只能让一台自助机入网一次。入网码只显示这一次，请马上交给技术员或保存成文件。',
  count: '几台',
  name: '名称（多台时自动加编号；空着由技术员填写）',
  validDays: '几天内有效',
  minted: '入网码已生成',
  codes: '入网码',
  expires: '有效期到',
  usedBy: '入网的自助机',
  mintedBy: '领取人',
  created: '领取时间',
  empty: '没有这样的入网码。',
  save: '保存成文件',
};
export const keptCards = {
  empty: '没有卡留在机器里。',
  lasts: '已留存',
};
