import type { ViewOf } from '../../../src/contracts/view.ts';
import type { Said } from '../said.ts';

type Application = ViewOf<'applications'>['applications'][number];

const steps: Record<Application['step'], string> = {
  accepted: '收到申请',
  'identity-check': '核对身份',
  'account-opening': '开银行账户',
  production: '做卡',
  delivery: '送到网点',
  ready: '可以领卡',
};

const now: Record<Application['step'], string> = {
  accepted: '申请已经收到，马上核对身份。',
  'identity-check': '正在核对您的身份。',
  'account-opening': '正在给您开银行账户。',
  production: '正在做卡。',
  delivery: '卡做好了，正在送到网点。',
  ready: '卡做好了，可以去领。请带身份证原件。',
};

const failures: Record<NonNullable<Application['failure']>, Said> = {
  'network-identity-check': {
    title: '身份在网上没有核对上',
    what: '公安的系统里没有查到和您一样的信息。',
    now: ['请带身份证和户口本到窗口核对。'],
  },
  'name-mismatch': {
    title: '姓名对不上',
    what: '您在银行留的姓名和身份证上的不一样。',
    now: ['请带身份证到银行窗口改过来，再到窗口接着办。'],
  },
  'rare-character': {
    title: '姓名里有少见的字',
    what: '电脑里打不出这个字，不是您的问题。',
    now: ['请带身份证到窗口，工作人员会帮您办。'],
  },
  photo: {
    title: '照片不能用',
    what: '照片不够清楚，或者不合要求。',
    now: ['请到窗口或者在本机重新拍一张。'],
  },
};

const purposes: Record<Application['purpose'], string> = {
  application: '申领新卡',
  replacement: '补卡',
  swap: '换代换卡',
  exchange: '换卡',
};

export const progress = {
  title: '您的卡办到这一步了',
  titleStopped: '您的申请停住了',
  none: '没有正在办的卡',
  noneLead: '卡已经拿到了，或者还没有申请。',
  noneNow: ['还没有卡，可以申领新卡。', '觉得不对，请打电话问一问。'],
  purposes,
  asked: (purpose: string, day: string) => `${purpose}，${day}申请`,
  number: '申请号',
  steps,
  now,
  readyBy: '最晚做好',
  collectBy: '领卡最后一天',
  place: '领卡地点',
  failures,
  stopped: '停在这一步',
  whatToDo: '怎么办',
  line: (at: number, of: number) => `一共 ${of} 步，现在第 ${at} 步`,
  done: '已做完',
  nowHere: '现在',
  finish: '看好了',
};
