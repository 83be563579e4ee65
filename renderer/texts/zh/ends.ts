import type { ViewOf } from '../../../src/contracts/view.ts';

const acts: Record<ViewOf<'working'>['act'], string> = {
  'asking-authority': '正在向社保部门查询',
  'checking-pin': '正在请银行检查密码',
  submitting: '正在提交',
  activating: '正在激活，请不要拔卡',
  printing: '正在打印凭条',
  'sending-code': '正在发送短信',
  'reporting-loss': '正在停用您的卡',
  'undoing-loss': '正在解除挂失',
  'creating-order': '正在准备付款',
  certifying: '正在办资格认证',
  'saving-contact-data': '正在保存修改',
  'reading-records': '正在查您的记录',
  settling: '正在核对办到了哪一步',
};

export const ends = {
  checkTitle: '请核对，没有问题再提交',
  checkTitleMore: '请先看完，再提交',
  checkSubmit: '确认提交',
  checkLeave: '先不办',
  checkNext: '看下一页',
  checkQueued: '现在网络不通。提交后先存在本机，网络恢复后自动发出。',
  checkThen: { apply: '提交后会送到社保部门办理。', other: '提交后马上办理，请不要离开。' },
  working: acts,
  workingLead: (seconds: number) => `大约 ${seconds} 秒，请不要离开。`,
  workingLong: '比平时慢一些，还在办，请再等一下。',
  takeTitle: '请拿走您的卡',
  takeLead: {
    'id-card': '身份证在感应区上。',
    'social-card': '社保卡在读卡口里，轻轻拔出来。',
    'own-card': '您的卡在收卡口，轻轻拔出来。',
  },
  takePicture: '从读卡器上拿走您的卡',
  endedTitle: { goodbye: '办完了，再见', 'timed-out': '时间到了，已经退出', cancelled: '已经退出' },
  endedLead: {
    goodbye: '谢谢您。请带好随身物品。',
    'timed-out': '您填的内容已经清除，没有留在机器里。',
    cancelled: '您填的内容已经清除，没有留在机器里。',
  },
  endedCheck: '别忘了身份证、社保卡和凭条。',
};
