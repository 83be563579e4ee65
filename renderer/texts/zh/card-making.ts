import type { ViewOf } from '../../../src/contracts/view.ts';

const doing: Record<ViewOf<'making-card'>['phase'], string> = {
  'taking-blank': '正在取一张空白卡',
  writing: '正在写芯片',
  'printing-face': '正在印卡面',
  checking: '正在检查新卡',
  binding: '正在登记到您名下',
  rejecting: '这张没有做好，换一张再做',
  'keeping-old-card': '正在收下旧卡',
};

export const makingCard = {
  title: '正在做您的新卡',
  again: '正在重新做一张',
  lead: (seconds: number) => `大约 ${seconds} 秒。请不要离开。`,
  long: '比平时慢一些，还在做，请再等一下。',
  doing,
  handsOff: '请不要用手碰出卡口，做好了卡会自己出来。',
  steps: ['取卡', '写芯片', '印卡面', '检查', '登记'],
  picture: '机器里正在做一张新的社保卡',
};

export const takeCard = {
  title: { new: '请拿走您的新卡', own: '请拿走您的卡' },
  moving: { new: '新卡马上出来，请等一下', own: '卡马上出来，请等一下' },
  lead: { new: '从出卡口轻轻拔出来，收好。', own: '从收卡口轻轻拔出来，收好。' },
  movingLead: '等卡停住了再拿。',
  left: (seconds: number) => `请在 ${seconds} 秒内拿走`,
  seconds: '秒',
  after: {
    new: '过了时间没有拿，新卡会收回机器里，替您保管。',
    own: '过了时间没有拿，卡会收回机器里，替您保管。',
  },
  picture: { new: '新卡从出卡口出来', own: '您的卡从收卡口出来' },
};
