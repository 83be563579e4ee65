export const contactData = {
  title: '要改哪一项？',
  lead: '点右边的“修改”。改好后按“提交”。',
  changed: '改过了',
  nothingChanged: '还没有修改',
  empty: '没有登记',
  submit: '提交修改',
  picture: '手机、工作和住的地方',
};
