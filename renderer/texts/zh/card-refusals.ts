import type { Refusal } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';

/** Refusals about the social security card in the reader, and its PIN. */
export const cardRefusals = {
  'holder-mismatch': {
    title: '这张社保卡不是您的',
    what: '卡上的人和身份证上的人不一样，不能办。卡没有变化，会还给您。',
    now: ['请换自己的社保卡再来。', '捡到的卡，请交给工作人员。'],
  },
  'other-province': {
    title: '这张卡不是本地发的',
    what: '外地发的社保卡在这里办不了。卡没有变化，会还给您。',
    now: ['请联系发卡的地方办理。', '不知道找谁，可以打服务热线问。'],
  },
  'card-unknown': {
    title: '社保部门没有这张卡的记录',
    what: '查不到这张卡，不能办。卡没有变化，会还给您。',
    now: ['请带身份证和这张卡到窗口问一问。'],
  },
  'card-not-normal': {
    title: '这张卡现在不是正常状态',
    what: '只有正常的卡才能办这项业务。卡没有变化，会还给您。',
    now: ['请带身份证和这张卡到窗口问一问。'],
  },
  'not-yet-collected': {
    title: '这张卡还没有办领取登记',
    what: '要先在网点登记领卡，才能办这项业务。卡没有变化。',
    now: ['请带身份证和这张卡到领卡的网点登记。'],
  },
  'already-active': {
    title: '这张卡已经激活了',
    what: '不用再激活，卡可以正常用。密码也没有变化。',
    now: ['忘了密码，请带身份证和卡到银行窗口办。'],
  },
  'temporarily-lost': {
    title: '这张卡已经临时挂失',
    what: '挂失的卡暂时不能用。账户里的钱不受影响。',
    now: ['卡找到了，请带身份证和卡到银行窗口解挂。'],
  },
  'formally-lost': {
    title: '这张卡已经正式挂失',
    what: '挂失的卡不能用。账户里的钱不受影响。',
    now: ['卡找到了，请带身份证和卡到银行窗口解挂。', '已经补办新卡的，请用新卡。'],
  },
  suspended: {
    title: '这张卡被暂停使用',
    what: '社保部门暂停了这张卡。账户里的钱不受影响。',
    now: ['请打电话或者到窗口，问清原因。'],
  },
  expired: {
    title: '这张社保卡到期了',
    what: '到期的卡不能再用。账户里的钱不受影响。',
    now: ['请带身份证和旧卡到窗口换新卡。'],
  },
  recalled: {
    title: '这张卡太久没领，已被收回',
    what: '收回的卡不能再用。账户里的钱不受影响。',
    now: ['请带身份证到窗口，问怎么重新领卡。'],
  },
  cancelled: {
    title: '这张卡已经注销',
    what: '注销的卡不能再用。',
    now: ['还需要社保卡，请带身份证到窗口办。'],
  },
  'account-closed': {
    title: '卡上的银行账户已经关了',
    what: '账户关了，这项业务办不了。',
    now: ['请带身份证和卡到发卡银行的窗口问一问。'],
  },
  'pin-locked': {
    title: '密码今天被锁住了',
    what: '密码错了太多次，今天不能再试。账户里的钱是安全的，卡会还给您。',
    now: ['明天会自动解开，明天再来。', '忘了密码，请带身份证和卡到银行窗口办。'],
  },
  'no-bank-account': {
    title: '这张卡上没有银行账户',
    what: '没有银行账户，这项业务办不了。卡没有变化。',
    now: ['请带身份证和卡到窗口问一问。'],
  },
  'not-a-social-security-card': {
    title: '这张不是社保卡',
    what: '可能是普通银行卡或者别的卡。卡没有变化，会还给您。',
    now: ['请用印有“社会保障卡”的那张，重新再办。'],
  },
  'forged-card': {
    title: '这张卡没有通过检验',
    what: '卡的芯片不能证明是真的社保卡，不能办。卡会还给您。',
    now: ['请带身份证和这张卡到窗口，让工作人员查一查。'],
  },
  'pin-refused': {
    title: '银行没有接受这个密码',
    what: '卡还没有激活，密码也没有变化。卡会还给您。',
    now: ['换一个不容易猜的密码，重新再办。', '还是不行，请带身份证和卡到银行窗口。'],
  },
  'pin-tries-used-up': {
    title: '设密码的次数用完了',
    what: '卡还没有激活，密码也没有变化。卡会还给您。',
    now: ['想好一个不容易猜的密码，再重新办。', '也可以到银行窗口设密码。'],
  },
} satisfies Partial<Record<Refusal, Said>>;
