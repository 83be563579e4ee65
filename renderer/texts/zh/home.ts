import type { ServiceId } from '../../../src/contracts/service.ts';
import type { Tile } from '../../../src/contracts/view.ts';

const services: Record<ServiceId, { name: string; line: string }> = {
  apply: { name: '申领新卡', line: '第一次办社保卡' },
  activate: { name: '激活新卡', line: '开通银行功能，设置密码' },
  loss: { name: '挂失', line: '卡丢了，先停用' },
  replace: { name: '补卡', line: '挂失以后，补一张新卡' },
  swap: { name: '换代换卡', line: '二代卡换三代卡' },
  exchange: { name: '换卡', line: '卡坏了、到期了，换一张' },
  certify: { name: '待遇资格认证', line: '领养老金的人，每年一次' },
  records: { name: '参保与缴费', line: '看自己的参保和缴费' },
  progress: { name: '申领进度', line: '看看卡办到哪一步' },
  'contact-data': { name: '改联系方式', line: '改手机号、职业、地址' },
  'read-card': { name: '看看我的卡', line: '查卡的状态' },
  'electronic-card': { name: '电子社保卡', line: '怎么领，怎么用' },
  outlets: { name: '附近网点', line: '窗口在哪里' },
  help: { name: '常见问题', line: '不明白的先看这里' },
};

const reasons: Record<NonNullable<Tile['reason']>, string> = {
  'not-at-this-kiosk': '本机暂不能办',
  'link-down': '网络中断，现在办不了',
  'id-card-reader-down': '身份证读卡器坏了，正在恢复',
  'social-card-reader-down': '社保卡读卡器坏了，正在恢复',
  'pin-pad-down': '密码键盘坏了，正在恢复',
  'printer-down': '打印机坏了，正在恢复',
  'card-reader-down': '读卡器坏了，正在恢复',
  'card-acceptor-down': '收卡口坏了，现在办不了',
  'card-issuer-down': '制卡机坏了，现在办不了',
  'no-stock': '空白卡用完了，现在办不了',
  'retain-bin-full': '旧卡箱满了，等人来清',
  'closed-by-technician': '技术人员暂停了这项服务',
  'closed-by-centre': '自助机上暂停了这项服务',
  maintenance: '这台机器要等技术人员维护好',
  revoked: '这台机器已停用，请到别处办理',
  decommissioned: '这台机器已停用',
  'invariant-violated': '账目要先由工作人员核对',
  'disk-full': '存储空间满了，等工作人员来清理',
  'disk-not-writable': '存储写不进去，等工作人员来检查',
};

const notices: Record<NonNullable<Tile['notice']>, string> = {
  'will-be-sent-later': '网络中断：可以先办，网好了再发出',
  'no-paper': '凭条纸用完了，屏幕上有二维码',
  'collect-later': '新卡要到网点去领',
  'guide-only': '告诉您去哪里办',
  'receipts-only': '现在只能核对凭条',
};

export const home = {
  services,
  reasons,
  notices,
  title: '您好，请选择要办的业务',
  titleElder: '您要办什么？',
  lead: (age: number) => `请先准备好本人身份证。年满 ${age} 周岁可以自助办理。`,
  leadElder: '请拿好身份证，一步一步来，不着急。',
  minutes: (minutes: number, free: boolean) => `约 ${minutes} 分钟${free ? '，免费' : ''}`,
  help: '不会用？按下方“帮助”，或者拨打',
  elsewhere: '本机暂不办理，请到窗口',
  groups: { card: '办卡', records: '查自己的', other: '问一问' },
  otherServices: '其他业务',
  firstServices: '回到常用业务',
  page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`,
};

export const welcome = {
  greeting: '您好',
  title: '社会保障卡自助服务',
  lead: '办卡、挂失、查记录，自己就能办',
  steps: ['放身份证', '跟着屏幕一步步做', '拿好凭条'],
  start: '点这里开始',
  bring: '请带好本人身份证原件',
  cardLeftBehind: '读卡器上还有一张卡。是您的请拿走；不是您的，请交给工作人员。',
};

export const outOfService = {
  title: '本机暂停服务',
  lead: '对不起，这台机器现在办不了业务，正在自动恢复。',
  leadUntilChecked: '对不起，这台机器现在办不了业务，要等工作人员来检查。已经受理的业务会照常送到。',
  titleForEver: '本机已停用',
  leadForEver: '这台机器不再使用了。已经受理的业务会照常送到。',
  leadRevoked: '这台机器已停用，请到别处办理。在这里办过、还没有结果的，请带凭条到窗口问。',
  leadClosedByCentre: '各处的自助机都暂停了这些业务，请到窗口办理。已经受理的业务会照常送到。',
  leadMaintenance: '这台机器要等技术人员维护好。请先到别处办理，或者过一会儿再来。',
  leadClosed: '技术人员暂停了这台机器的业务。已经受理的业务会照常送到。',
  since: (moment: string) => `${moment} 起暂停服务`,
  sinceForEver: (moment: string) => `${moment} 起停用`,
  because: '原因',
  now: '您可以到服务窗口办理，或者拨打下面的电话。',
};
