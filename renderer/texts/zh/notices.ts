import type { Notice, NoticeFacts } from '../../../src/contracts/screen-words.ts';

/** What to know before it happens; the facts come in words already. */
interface NoticeWords {
  title: string;
  points: (facts: NoticeFacts) => string[];
  yes: string;
}

const given = (value: string | undefined, sentence: (value: string) => string): string[] =>
  value === undefined ? [] : [sentence(value)];

const words: Record<Notice, NoticeWords> = {
  'link-down-not-blocked': {
    title: '现在网络不通，卡还不能马上停用',
    points: () => ['可以先在本机登记，网络一通就最先发出，发出后才停用。', '着急停用，请现在打下面的电话。'],
    yes: '先登记',
  },
  'formal-loss': {
    title: '正式挂失：卡会一直停用',
    points: ({ feeFen }) => [
      '提交后马上停用，别人不能再用。',
      '一直停用，直到解挂或者补新卡。',
      ...given(feeFen, (fee) => `要收 ${fee}。`),
    ],
    yes: '接着办',
  },
  'temporary-loss': {
    title: '临时挂失：卡会马上停用',
    points: ({ days, until }) =>
      [
        '提交后马上停用，别人不能再用。',
        ...(days === undefined
          ? ['一直停用，直到您来解挂。']
          : [`停用 ${days} 天，到期自动恢复，又能用了。`]),
        ...given(until, (day) => `最后一天是 ${day}。`),
        '找不到卡，要在恢复前再来正式挂失。',
      ].slice(0, days === undefined ? 2 : 4),
    yes: '接着办',
  },
  'replacement-voids-old-card': {
    title: '补卡以后，旧卡就作废了',
    points: ({ feeFen }) => [
      '旧卡马上作废，找到了也不能再用。',
      '办了就不能反悔，挂失也不能再解。',
      ...given(feeFen, (fee) => `一共要收 ${fee}。`),
    ],
    yes: '知道了，接着补卡',
  },
  'new-account-tell-payers': {
    title: '换了新账号，要告诉发钱的单位',
    points: () => ['养老金、补贴会按账号发。', '请把新账号告诉发钱的单位，不然可能收不到。'],
    yes: '知道了，接着办',
  },
  'old-card-is-kept': {
    title: '换新卡时，旧卡要收回',
    points: () => ['机器先做好新卡，再收下旧卡。', '新卡做不成，旧卡会还给您。'],
    yes: '知道了，接着办',
  },
  'card-to-collect': {
    title: '新卡要到网点去领',
    points: ({ place, readyBy, days }) => [
      '这台机器现在不能当场做卡。',
      ...given(place, (name) => `领卡地点：${name}。`),
      ...given(readyBy, (day) => `最晚 ${day} 做好。`),
      ...(readyBy === undefined ? given(days, (count) => `最晚 ${count} 个工作日做好。`) : []),
    ],
    yes: '好，接着办',
  },
  'undo-loss': {
    title: '解挂以后，卡又能用了',
    points: ({ cardNumberMasked }) => [
      '卡真的在您手里，才能解挂。',
      ...given(cardNumberMasked, (number) => `要解挂的卡：${number}`),
    ],
    yes: '卡在我手里，解挂',
  },
  'ends-older-card': {
    title: '激活这张卡，旧的卡会停用',
    points: ({ name }) => [name ?? '您手里的旧卡会同时停用，不能再用。', '账户里的钱请先问银行怎么处理。'],
    yes: '知道了，接着激活',
  },
  'many-replacements': {
    title: '您最近补卡的次数比较多',
    points: ({ count }) => [
      ...given(count, (times) => `这个月已经补了 ${times} 次。`),
      '请把卡放在固定的地方。社保部门也会知道这件事。',
    ],
    yes: '知道了，接着办',
  },
};

export const notice = { words, no: '先不办' };
