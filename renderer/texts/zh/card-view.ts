import type { FinancialState } from '../../../src/card/financial-side.ts';
import type { SocialSecurityState } from '../../../src/card/social-security-side.ts';
import type { ViewOf } from '../../../src/contracts/view.ts';

const socialSecurity: Record<SocialSecurityState, string> = {
  'in-production': '正在制作',
  'awaiting-collection': '做好了，等您去领',
  normal: '正常，可以用',
  'temporarily-lost': '临时挂失，暂时不能用',
  'formally-lost': '正式挂失，不能用',
  suspended: '被暂停，不能用',
  expired: '到期了，不能用',
  recalled: '太久没领，已收回',
  cancelled: '已注销，不能用',
};

const financial: Record<FinancialState, string> = {
  locked: '还没有激活',
  active: '正常，可以用',
  'pin-locked': '密码错太多，今天锁住了，明天自动解开',
  closed: '账户已关',
};

export const cardView = {
  title: '这是您放进来的卡',
  titleCode: '这是您的电子社保卡',
  lead: '卡上写的就是这些。',
  leadState: '这是卡现在的状态。',
  generation: '卡的种类',
  generations: { 2: '第二代社保卡', 3: '第三代社保卡' },
  cardNumber: '卡号',
  name: '姓名',
  region: '发卡的地方',
  issuedOn: '发卡日期',
  expiresOn: '有效期到',
  socialSecurity: '社保功能',
  financial: '银行功能',
  socialSecurityStates: socialSecurity,
  financialStates: financial,
  showState: '看卡能不能用',
  showStateWhy: '想看卡能不能用，要先核对身份证和脸。',
  next: '接下来可以办',
  finish: '看好了',
};

type Scan = ViewOf<'scan-code'>;
interface ScanWords {
  readonly title: string;
  readonly lead: string;
  /** In the picture, while no code is seen. */
  readonly looking: string;
  readonly problems: Record<NonNullable<Scan['problem']>, string>;
  readonly frame: string;
}

const scans: Record<Scan['wanted'], ScanWords> = {
  'electronic-card': {
    title: '请把手机上的码对准摄像头',
    lead: '打开电子社保卡，把码放进框里，不要动。',
    looking: '没看到码，请靠近一点，屏幕调亮一点',
    problems: {
      expired: '这个码过期了。请在手机上刷新一下，再扫一次。',
      unknown: '这不是电子社保卡的码。请打开电子社保卡，再扫一次。',
      'camera-down': '摄像头用不了。请用社保卡，或者到窗口办。',
    },
    frame: '把手机上的码放进框里',
  },
  receipt: {
    title: '请把凭条上的码对准摄像头',
    lead: '把凭条压平，最下面的码放进框里，不要动。',
    looking: '没看到码，请靠近一点，把纸拿平',
    problems: {
      expired: '这个码过期了。请再扫一次。',
      unknown: '这不是凭条上的码。请再扫一次。',
      'camera-down': '摄像头用不了。请打电话，报凭条上的编号。',
    },
    frame: '把凭条上的码放进框里',
  },
};

export const scan = {
  of: scans,
  starting: '正在打开摄像头',
  notStored: '画面不会保存。',
};
