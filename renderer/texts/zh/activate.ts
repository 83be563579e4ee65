import type { ViewOf } from '../../../src/contracts/view.ts';

const cardProblems: Record<NonNullable<ViewOf<'present-social-card'>['problem']>, string> = {
  mute: '没有读到芯片。请把卡拿出来，翻个面，芯片朝上再插一次。',
  'card-removed': '卡拿得太早了，还没有读完。请再插一次，不要拔。',
  'not-a-social-security-card': '这张不是社保卡。请插印有“社会保障卡”的那张。',
  'read-failed': '没有读成功。请把卡拿出来擦一擦芯片，再插一次。',
  'reader-recovering': '读卡器正在恢复，请等一会儿。您的卡没有问题。',
};

const pinProblems: Record<NonNullable<ViewOf<'pin'>['problem']>, string> = {
  'pins-differ': '两次输入的密码不一样。没有关系，请重新设一个。',
  'same-as-initial': '这是卡的初始密码，不能再用。请换一个。',
  'one-digit-repeated': '六位都是同一个数字，别人容易猜到。请换一个。',
  'run-up-or-down': '数字是连着的，别人容易猜到。请换一个。',
  'from-birth-date': '和您的生日一样，别人容易猜到。请换一个。',
  'from-id-number': '和您的身份证号有一段一样，别人容易猜到。请换一个。',
  'from-mobile': '和您的手机号有一段一样，别人容易猜到。请换一个。',
  'cancelled-at-pad': '您在键盘上按了取消。要接着办，请重新输入。',
  'timed-out': '等了太久，没有输完。请重新输入。',
  'pad-recovering': '密码键盘正在恢复，请等一会儿再输入。',
};

export const activate = {
  presentTitle: '请插入您的社保卡',
  presentLead: '芯片朝上，芯片这一头先进去，插到底。',
  presentPicture: '社保卡芯片朝上，沿箭头插进读卡口',
  turnPicture: '把卡拿出来，翻个面，芯片朝上再插',
  readingTitle: '正在读社保卡',
  readingLead: '请不要拔卡，大约 5 秒。',
  acceptorLead: '芯片朝上，放进收卡口就松手。',
  acceptorReading: '卡在机器里，请等一下，大约 10 秒。',
  acceptorPicture: '把社保卡放进收卡口，芯片朝上，机器会自己拉进去',
  givesBack: '机器会把卡拉进去，看完还给您。',
  keepsAtTheEnd: '机器会把卡拉进去看一看。新卡没有做好以前，不会收走您的卡。',
  keepIn: '办好以前请不要拔卡，办好了会提醒您拿走。',
  cardProblems,
  pinTitle: { first: '请在密码键盘上设一个新密码', again: '请把刚才的密码再输一遍' },
  pinLead: (of: number) => `一共 ${of} 位数字，输完按键盘上的“确认”。`,
  pinShield: '请用手挡住键盘，别让旁边的人看见。',
  pinRules: '不要用生日、手机号、身份证号，也不要用一样的或连着的数字。',
  pinDigits: (digits: number, of: number) => `已输入 ${digits} 位，共 ${of} 位`,
  pinTriesLeft: (tries: number) => `还可以设 ${tries} 次`,
  pinPicture: '在屏幕下方的密码键盘上输入，用另一只手挡住',
  pinProblems,
  balanceTitle: '账户的钱有变动，要发短信告诉您吗？',
  balanceLead: (mobile: string) => `短信发到 ${mobile}，可以随时取消。`,
  balanceLeadNoMobile: '短信发到您在银行留的手机号，可以随时取消。',
  balanceYes: '要，发短信',
  balanceNo: '不要',
};
