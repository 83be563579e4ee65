import { UNKNOWN_ADVICE, type Unknown } from '../../../src/transaction/unknown-advice.ts';
import { fact, type StepWords, type TasksWords } from '../task-words.ts';

const counting = {
  'count-first': {
    title: '请数一遍',
    lead: '一张一张数，数出来是多少就填多少。',
    running: '正在看账本',
  },
  // Neither is told what the other counted.
  'count-second': { title: '换一个人，再数一遍', lead: '两个人各数各的，不要商量。' },
  'counts-differ': {
    title: '两个人数得不一样',
    lead: (facts) => `一个数 ${fact(facts, 'first')} 张，一个数 ${fact(facts, 'second')} 张。请都重新数。`,
    button: '重新数',
  },
} satisfies Record<string, StepWords>;

const booking = {
  book: { title: '正在记账', lead: '数目写进账本，马上就好。' },
  'not-booked': { title: '还没有记上账', lead: '数目没有丢。等一下，再试一次。', button: '再试一次' },
} satisfies Record<string, StepWords>;

const ledgerChanged: StepWords = {
  title: '账上刚刚变了',
  lead: '数的时候，账上的张数变了。请从头再数一遍。',
  button: '从头再数',
};

/** A count that is not what the ledger has. */
const explainLedger: StepWords = {
  title: '和账上不一样，为什么？',
  lead: (facts) =>
    `数到 ${fact(facts, 'counted')} 张，账上是 ${fact(facts, 'ledger')} 张。两个数都会留下来。`,
  values: {
    'card-missing': ['少了卡', '找过了，哪里都没有'],
    'card-too-many': ['多了卡', '有账上没有的卡'],
    'reason-unknown': '找不出原因',
    'count-again': ['可能数错了', '再数一遍'],
  },
};

const binSteps = (machine: string, box: string): TasksWords['empty-retain-bin']['steps'] => ({
  ...counting,
  ...booking,
  'open-bin': {
    title: `打开柜门，取出${box}`,
    lead: `${box}在${machine}下面，往下拉出来。`,
    button: '取出来了',
  },
  'list-cards': {
    title: '账上有这些卡',
    lead: '拿手里的卡，一张一张对。',
    running: '正在查账本',
  },
  'explain-difference': explainLedger,
  'bag-number': { title: '填封口袋的编号', lead: '编号印在袋子正面。' },
  'seal-bag': {
    title: '把卡装进袋子，封好',
    lead: (facts) =>
      `${fact(facts, 'counted')} 张卡，装进 ${fact(facts, 'bag')} 号袋。空箱子推回去，推到底。`,
    button: '封好了，箱子也装回去了',
  },
  'ledger-changed': ledgerChanged,
  done: {
    title: `${box}清空了`,
    lead: (facts) =>
      facts.bag === ''
        ? '箱里没有卡，不用封口袋。空箱子推回去，推到底，关好柜门。'
        : '封口袋交给网点，请对方签收。关好柜门。',
  },
});

/** What a technician does about it, as settlement.md writes it. */
const advice = (unknown: string): string =>
  unknown in UNKNOWN_ADVICE ? UNKNOWN_ADVICE[unknown as Unknown].technician.zh : '请把编号告诉中心。';

/** Tasks with cards: two people, two counts, one account. */
export const cardTasks: Pick<
  TasksWords,
  'load-cards' | 'count-stack' | 'empty-retain-bin' | 'empty-reject-bin' | 'settle-unknown'
> = {
  'load-cards': {
    steps: {
      ...counting,
      ...booking,
      'pack-label': { title: '包装上写着多少张？', lead: '先不要拆。照封条上的张数填。' },
      'explain-difference': {
        title: '和包装上写的不一样，为什么？',
        lead: (facts) => `数到 ${fact(facts, 'counted')} 张，包装上写 ${fact(facts, 'label')} 张。`,
        values: {
          'pack-was-short': '包里本来就不对',
          'cards-damaged': ['有坏卡，挑出来了', '坏卡不要装进机器'],
          'label-wrong': '包装上写错了',
          'count-again': ['可能数错了', '再数一遍'],
        },
      },
      'put-in': {
        title: (facts) => `把 ${fact(facts, 'blanks')} 张卡装进空白卡箱`,
        lead: '打开柜门。芯片朝上、朝里，放平，压到底。',
        values: { 'all-in': '全部装进去了', 'not-all-in': '装不下，还剩一些' },
      },
      'count-left': { title: '还剩多少张没有装？', lead: '剩下的卡带回去，不要留在柜里。' },
      done: {
        title: (facts) => (facts.blanks === 0 ? '一张也没有装' : '空白卡装好了'),
        lead: (facts) => (Number(facts.left) > 0 ? '剩下的卡带回去。请关好柜门。' : '请关好柜门。'),
      },
    },
  },
  'count-stack': {
    steps: {
      ...counting,
      ...booking,
      'take-out': {
        title: '打开柜门，取出全部空白卡',
        lead: '空白卡箱里一张也不要留。',
        button: '都取出来了',
      },
      'explain-difference': explainLedger,
      'put-back': {
        title: (facts) =>
          facts.counted === 0 ? '没有卡要装回去' : `把 ${fact(facts, 'counted')} 张卡装回空白卡箱`,
        lead: (facts) => (facts.counted === 0 ? '空白卡箱空着就行。' : '芯片朝上、朝里，放平，压到底。'),
        button: '装好了',
      },
      'ledger-changed': ledgerChanged,
      done: { title: '空白卡清点好了', lead: '请关好柜门。' },
    },
  },
  'empty-retain-bin': { steps: binSteps('收卡机', '旧卡箱') },
  'empty-reject-bin': { steps: binSteps('发卡机', '废卡箱') },
  'settle-unknown': {
    steps: {
      'choose-unknown': {
        title: '先处理哪一件？',
        lead: '这些事机器自己弄不清，要您看一看。',
        running: '正在查账本和机器里的卡',
        values: { 'issuer-path': '发卡机中间的一张卡', 'acceptor-path': '收卡机中间的一张卡' },
      },
      'nothing-unknown': { title: '没有不明的卡', lead: '每一张卡在哪里，账上都清楚。', button: '知道了' },
      advice: {
        title: '请这样做',
        lead: (facts) => advice(fact(facts, 'unknown')),
        button: '看明白了',
      },
      'where-found': {
        title: '这张卡在哪里？',
        lead: '看到了再选，不要猜。',
        values: {
          'in-bin': ['在箱里', '先不要拿出来'],
          'in-bin/issuer': ['在废卡箱里', '先不要拿出来'],
          'in-bin/acceptor': ['在旧卡箱里', '先不要拿出来'],
          'in-path': ['在机器中间', '不要取，机器会把它送进箱里'],
          'in-stack': ['还在空白卡里', '它没有出来过'],
          'in-bag': ['在封口袋里', '上次清箱一起装走了'],
          'not-here': ['找遍了，没有', '柜里、出口、箱里都没有'],
        },
      },
      'take-card-out': {
        title: '请把机器里的这张卡取出来',
        lead: (facts) =>
          facts.machine === 'acceptor'
            ? '打开柜门，轻轻拉出来，不要折弯，放进旧卡箱。'
            : '打开柜门，轻轻拉出来，不要折弯，放回空白卡箱。',
        button: '取出来，放好了',
      },
      place: { title: '正在登记它的位置', lead: '机器可能会动，请不要伸手。' },
      'not-placed': { title: '没有登记成', values: { again: '再选一次位置', stop: '先停在这里' } },
      done: {
        title: (facts) => {
          if (facts.kind === undefined) return '没有要处理的';
          if (facts.kind === 'transaction') return '这一件还要等答复';
          return facts.place === 'to-be-counted' ? '请接着清点空白卡' : '处理好了';
        },
        lead: (facts) => {
          if (facts.kind === undefined) return '请关好柜门。';
          if (facts.kind === 'transaction') return '照刚才写的做。机器会接着问，问明白了自己办完。';
          return facts.place === 'to-be-counted'
            ? '回到检查页，点“全部任务”，做“清点空白卡”。'
            : '账上已经记好。请关好柜门。';
        },
      },
    },
  },
};
