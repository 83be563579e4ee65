import type { Question } from '../../../src/contracts/screen-words.ts';

const asked: Record<Question, { title: string; lead: string }> = {
  'what-about-the-lost-card': { title: '卡丢了，您想怎么办？', lead: '不确定能不能找到，先选临时挂失。' },
  'loss-term': { title: '临时挂失多久？', lead: '卡找到了，随时可以解挂。' },
  'account-number': { title: '新卡用哪个银行账号？', lead: '账户里的钱都在，不会变。' },
  'exchange-reason': { title: '为什么要换卡？', lead: '选最接近的一个就可以。' },
  'record-category': { title: '您想看什么？', lead: '只给您自己看，不会留在机器里。' },
  'insurance-type': { title: '看哪一种保险？', lead: '一次看一种。' },
  'record-year': { title: '看哪一年？', lead: '一次看一年。' },
  'how-to-get-it': { title: '想怎么拿到新卡？', lead: '两种都是一样的卡。' },
  'card-or-code': { title: '您带了什么？', lead: '选一样就可以。' },
  'id-card-or-receipt': { title: '您想怎么查？', lead: '选一样就可以。' },
};

/** Values of the options, in words; a value that is not here (a year) is shown as it came. */
const options: Record<Question, Record<string, string>> = {
  'what-about-the-lost-card': {
    temporary: '临时挂失',
    days: '临时挂失，先停一段时间',
    'long-term': '临时挂失，停到我来解挂',
    formal: '正式挂失',
    replace: '正式挂失，再补一张新卡',
    undo: '卡找到了，要解挂',
  },
  'loss-term': { days: '先停一段时间', 'long-term': '一直停用，等我来解挂' },
  'account-number': { same: '用原来的账号', new: '换一个新账号' },
  'exchange-reason': {
    expiry: '卡到期了',
    'face-damaged': '卡面坏了，看不清',
    'chip-unreadable': '芯片坏了，读不出来',
    'data-changed': '姓名、号码、照片变了',
    generation: '二代卡换三代卡',
    'own-wish': '自己想换',
    'printing-error': '卡上印错了',
    'change-of-bank': '想换一家银行',
    other: '别的原因',
  },
  'record-category': { insurance: '参保情况', payments: '缴费情况' },
  'insurance-type': {
    pension: '养老保险',
    medical: '医疗保险',
    unemployment: '失业保险',
    injury: '工伤保险',
    maternity: '生育保险',
  },
  'record-year': {},
  'how-to-get-it': { now: '现在做，等着拿', outlet: '做好了，到网点领' },
  'card-or-code': { card: '社保卡', code: '手机上的电子社保卡' },
  'id-card-or-receipt': { 'id-card': '用身份证查', receipt: '扫凭条上的码' },
};

/** A line under an option that says what it means. */
const meanings: Partial<Record<Question, Record<string, string>>> = {
  'what-about-the-lost-card': {
    'long-term': '马上停用，找到了可以解挂',
    undo: '带着找到的卡，马上就能再用',
    formal: '马上停用，一直到解挂或者补卡',
    replace: '旧卡作废，找到了也不能再用',
  },
  'account-number': {
    same: '发养老金、补贴的单位不用改',
    new: '要把新账号告诉发钱的单位',
  },
  'id-card-or-receipt': {
    'id-card': '看自己的卡做到哪一步，要刷脸',
    receipt: '看凭条是不是真的，办到哪里，不用身份证',
  },
  'record-category': {
    insurance: '在哪里参保，参保多久',
    payments: '每个月交了多少钱',
  },
};

export const choose = {
  asked,
  options,
  meanings,
  /** Codes in an option's note. */
  counter: '要到窗口办',
  days: (days: string) => `停用 ${days} 天，到期自动恢复`,
  year: (year: string) => `${year} 年`,
  chosenBefore: '您上次选的',
  fee: (yuan: string) => `${yuan} 元`,
  free: '不收钱',
};
