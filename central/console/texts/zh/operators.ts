import type { OperatorRow } from '../../../../src/contracts/console/access.ts';
import type { OperatorRole } from '../../../../src/contracts/console/roles.ts';

const roles: Readonly<Record<OperatorRole, string>> = {
  viewer: '查看',
  fleet: '运维',
  editor: '起草',
  approver: '复核',
  signer: '签章',
  money: '资金复核',
  administrator: '账号管理',
};
const roleTexts: Readonly<Record<OperatorRole, string>> = {
  viewer: '什么都能看，什么都不能改',
  fleet: '处理告警、标签、入网、吊销、紧急停办和卡住的业务',
  editor: '起草配置',
  approver: '复核草稿、推送、恢复停办的业务',
  signer: '代机构上传签章',
  money: '涉及钱的决定由他第二个确认',
  administrator: '管理人员账号',
};
const states: Readonly<Record<OperatorRow['state'], string>> = {
  invited: '未激活',
  active: '正常',
  disabled: '已停用',
};

export const operators = {
  roles,
  roleTexts,
  states,
  id: '编号',
  name: '姓名',
  login: '用户名',
  loginHint: '小写字母开头，3 到 40 个小写字母、数字、点或横线',
  rolesTitle: '角色',
  seen: '最近使用',
  created: '建立时间',
  organisation: '单位账号',
  subject: '单位账号标识（空着：用本地账号和邀请码）',
  invite: '邀请人员',
  invited: '邀请已建立',
  inviteAgain: '重新邀请',
  inviteAgainText:
    '用于手机丢了或忘了密码：他的密码和验证器马上作废，正在用的登录马上结束，用新的邀请码重新设置。',
  invitation: (name: string) => `请把邀请码交给${name}，只显示这一次：`,
  expires: (at: string) => `有效期到 ${at}`,
  change: '改角色',
  changed: '已修改，他要重新登录',
  disable: '停用',
  enable: '恢复',
  disableText: '停用后他马上不能再用管理台。',
  empty: '没有人员。',
};
