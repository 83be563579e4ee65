import type { Refusal } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';

/** Refusals of loss reports, new cards, payments and certification. */
export const serviceRefusals = {
  'no-card': {
    title: '查不到您的社保卡',
    what: '社保部门没有您的社保卡记录，所以这项业务办不了。没有收钱。',
    now: ['还没有办过卡，可以先申领。', '觉得不对，请带身份证到窗口问一问。'],
  },
  'no-loss-reported': {
    title: '您的卡没有挂失',
    what: '没有挂失，就不用解挂。您的卡没有变化。',
    now: ['卡丢了，请选“挂失”。'],
  },
  'already-replaced': {
    title: '已经补了新卡，旧卡作废了',
    what: '补卡以后，旧卡找到了也不能再用，挂失也不能再解。',
    now: ['请用新卡。', '新卡还没有拿到，可以查一查办到哪一步。'],
  },
  'formal-loss-first': {
    title: '要先正式挂失，才能补卡',
    what: '补卡前要先把丢的卡停用，免得别人用。还没有补卡，也没有收钱。',
    now: ['请选“挂失”，可以挂失和补卡一起办。'],
  },
  'not-second-generation': {
    title: '这张不是第二代社保卡',
    what: '换代只给第二代社保卡办。您的卡没有变化，不用换。',
    now: ['请拿好您的卡，接着用。'],
  },
  'not-lost-card': {
    title: '这张不是挂失的那张卡',
    what: '放进来的卡和您挂失的不是同一张，不能解挂。卡没有变化，会还给您。',
    now: ['请找到挂失的那张卡，再来办。', '找不到了，可以补一张新卡。'],
  },
  'request-pending': {
    title: '您有一项业务正在办',
    what: '前一次办的还没有结束，现在不能再办一次。不会多收钱。',
    now: ['可以查一查办到哪一步。', '等了很久，请打电话问一问。'],
  },
  'counter-only': {
    title: '这项业务要到窗口办',
    what: '在自助机上办不了，不是您的卡有问题。',
    now: ['请带身份证和社保卡，到下面的窗口办。'],
  },
  'not-paid': {
    title: '没有收到付款',
    what: '所以没有往下办。您的卡没有变化。',
    now: ['可以重新再办一次。', '手机上显示已经付了，请不要再付，打电话问一问。'],
  },
  'payment-expired': {
    title: '付款时间过了',
    what: '没有收到付款，所以没有往下办。您的卡没有变化。',
    now: ['过了时间才付的钱，会原路退回。', '可以重新再办一次。'],
  },
  'payment-cancelled': {
    title: '已经取消付款',
    what: '没有收钱，也没有往下办。您的卡没有变化。',
    now: ['已经付了的钱，会原路退回。', '想办的时候，可以重新开始。'],
  },
  'not-issued': {
    title: '没有可以领的新卡',
    what: '社保部门没有同意现在给您制新卡。',
    now: ['可以查一查办到哪一步。', '请带身份证到窗口问一问。'],
  },
  'not-entitled-to-benefits': {
    title: '您现在不用做资格认证',
    what: '社保部门没有查到您在领养老金一类的待遇，所以不用认证。',
    now: ['觉得不对，请带身份证到窗口问一问。'],
  },
  'office-says-no': {
    title: '社保部门没有接受这次办理',
    what: '可能是机器的问题，不是您做错了什么。工作人员会来检查。',
    now: ['请换一台机器，或者到窗口办。'],
  },
} satisfies Partial<Record<Refusal, Said>>;
