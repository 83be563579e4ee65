import type { Refusal } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';
import { cardRefusals } from './card-refusals.ts';
import { serviceRefusals } from './service-refusals.ts';

const identityRefusals = {
  'document-not-accepted': {
    title: '本机不能用这种证件',
    what: '这台机器只认居民身份证。您的证件没有问题，只是要到窗口办。',
    now: ['请带这个证件到下面的窗口办理。'],
  },
  'number-invalid': {
    title: '身份证号码核对不上',
    what: '芯片里的身份证号码不符合国家规定的算法，不能继续办。您的卡没有变化。',
    now: ['请到派出所查一查这张身份证。', '急着办，请带户口本到窗口问一问。'],
  },
  'birth-date-conflict': {
    title: '出生日期对不上',
    what: '芯片里的出生日期和身份证号码里的不一样，不能继续办。您的卡没有变化。',
    now: ['请到派出所查一查这张身份证，改好后再来。'],
  },
  'sex-conflict': {
    title: '性别对不上',
    what: '芯片里的性别和身份证号码里的不一样，不能继续办。您的卡没有变化。',
    now: ['请到派出所查一查这张身份证，改好后再来。'],
  },
  'under-age': {
    title: '年龄还小，要大人陪着到窗口办',
    what: '这是保护未成年人的规定，不是您的证件有问题。',
    now: ['请监护人带上下面的材料，一起到窗口办。'],
  },
  'document-expired': {
    title: '身份证过期了',
    what: '过期的身份证不能用来办业务。您的社保卡没有变化。',
    now: ['请先到派出所换新的身份证，再来办。', '有临时身份证，可以到窗口办。'],
  },
  'document-not-yet-valid': {
    title: '身份证还没到生效的日子',
    what: '这张身份证现在还不能用。您的社保卡没有变化。',
    now: ['请等到生效那天再来。', '还有没过期的旧证，可以用旧证办。'],
  },
} satisfies Partial<Record<Refusal, Said>>;

const applyRefusals = {
  'has-card': {
    title: '您已经有社保卡了',
    what: '每个人只能有一张社保卡，不能再申领新的。原来的卡没有变化。',
    now: ['卡丢了、坏了，可以选下面的业务。'],
  },
  'application-pending': {
    title: '您已经申请过了，正在办',
    what: '不用再申请一次。以前的申请还在办理。',
    now: ['可以查一查办到哪一步。', '等了很久，请打电话问一问。'],
  },
  'not-entitled': {
    title: '现在还不能在这里申领',
    what: '社保部门查到您现在不符合在本地申领的条件。没有收钱，也没有留下申请。',
    now: ['觉得不对，请带身份证到窗口问一问，或者打电话。'],
  },
  'code-wrong-too-often': {
    title: '验证码错了太多次',
    what: '为了安全，这次不能再输了。没有提交任何内容。',
    now: ['请看清手机号和短信，重新开始办。', '手机不在身边，可以到窗口办。'],
  },
  'identity-invalid': {
    title: '身份没有核对上',
    what: '社保部门查不到和这张身份证一致的信息。没有提交任何内容。',
    now: ['请带身份证和户口本到窗口核对。'],
  },
  'mobile-not-confirmed': {
    title: '手机号没有核对成功',
    what: '没有收到您对手机号的确认，申请没有办成。没有收钱。',
    now: ['请重新申请一次，用能收短信的手机号。', '没有手机，可以到窗口办。'],
  },
  'unknown-outlet': {
    title: '选的领卡地点不能用了',
    what: '这个网点现在不能领卡，申请没有办成。没有收钱。',
    now: ['请重新申请一次，换一个领卡地点。'],
  },
} satisfies Partial<Record<Refusal, Said>>;

export const refusals: Record<Refusal, Said> = {
  ...identityRefusals,
  ...applyRefusals,
  ...cardRefusals,
  ...serviceRefusals,
};
