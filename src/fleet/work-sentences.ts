import type { WorkChoice } from '../contracts/console/work-choices.ts';

/** What a decision does, and what it means for the resident's card and money. */
export interface ChoiceSentences {
  readonly name: string;
  readonly does: string;
  readonly card: string;
  readonly money: string;
}
type BothLanguages = { readonly zh: ChoiceSentences; readonly en: ChoiceSentences };

export const WORK_SENTENCES: Readonly<Record<WorkChoice, BothLanguages>> = {
  'send-again': {
    zh: {
      name: '重新发送',
      does: '自助机用原来的编号把这笔业务再发送一次；中心只会办理一次。',
      card: '如果中心受理，卡按这笔业务办理；否则不变。',
      money: '不会再次收费。',
    },
    en: {
      name: 'Send again',
      does: 'The kiosk sends the request once more under its own key; the centre carries it out only once.',
      card: 'If the centre takes it, the card follows the request; otherwise it stays as it is.',
      money: 'Nobody is charged again.',
    },
  },
  'close-refused': {
    zh: {
      name: '按拒绝办结',
      does: '维持中心的拒绝，这笔业务在自助机上以“未受理”办结，居民可以查到原因。',
      card: '卡的状态不变。',
      money: '这笔业务已收而未办理的钱将退回。',
    },
    en: {
      name: 'Close as refused',
      does: 'The refusal stands: the request ends as refused at the kiosk, and the resident can see why.',
      card: 'The card stays as it is.',
      money: 'What was taken for something not delivered goes back.',
    },
  },
  'settle-done': {
    zh: {
      name: '确认已完成',
      does: '您已查明这一步确实完成，自助机从这一步继续办理。',
      card: '按已完成处理：卡已交出、已挂失或已作废的，以此为准。',
      money: '按已完成处理：已办理部分的费用不退。',
    },
    en: {
      name: 'It happened',
      does: 'You made sure that the act happened; the kiosk goes on from there.',
      card: 'Counts as done: a card handed over, reported lost or void is so.',
      money: 'Counts as done: fees of what was delivered stay.',
    },
  },
  'settle-not-done': {
    zh: {
      name: '确认未完成',
      does: '您已查明这一步没有发生，自助机撤销这笔业务。',
      card: '按未完成处理：没有新卡交出，原卡状态不变。',
      money: '已收而未办理的钱将退回。',
    },
    en: {
      name: 'It did not happen',
      does: 'You made sure that the act did not happen; the kiosk undoes the request.',
      card: 'Counts as not done: no new card came out, the old one stays as it was.',
      money: 'What was taken for something not delivered goes back.',
    },
  },
  'ask-again': {
    zh: {
      name: '再查询一次',
      does: '自助机立即向中心查询所有未结业务，不改变任何结果。',
      card: '不变。',
      money: '不变。',
    },
    en: {
      name: 'Ask again',
      does: 'The kiosk asks about all of its open requests now; nothing is changed by it.',
      card: 'Nothing changes.',
      money: 'Nothing changes.',
    },
  },
  refund: {
    zh: {
      name: '退款',
      does: '中心把这笔订单中没有办理部分的钱退给付款人。',
      card: '不变。',
      money: '按原路退回，只退一次，不超过实付金额。',
    },
    en: {
      name: 'Give the money back',
      does: 'The centre gives back what was paid for something not delivered.',
      card: 'Nothing changes.',
      money: 'It goes back the way it came, once, and never more than was paid.',
    },
  },
  'refund-again': {
    zh: {
      name: '再次退款',
      does: '中心重新发起一次退款，金额不超过现在仍应退的部分。',
      card: '不变。',
      money: '按原路退回；如果已没有应退的钱，不会退款。',
    },
    en: {
      name: 'Refund again',
      does: 'The centre asks for the refund anew, for no more than is still owed now.',
      card: 'Nothing changes.',
      money: 'It goes back the way it came; where nothing is owed, nothing moves.',
    },
  },
  'keep-money': {
    zh: {
      name: '不退款',
      does: '您已查明这笔钱不应退，或已在柜台处理；这一条办结。',
      card: '不变。',
      money: '这笔钱不再由系统退回。',
    },
    en: {
      name: 'Nothing to give back',
      does: 'You made sure that the money is due, or was seen to at a counter; the item is closed.',
      card: 'Nothing changes.',
      money: 'The system gives nothing back for it any more.',
    },
  },
  'looked-at': {
    zh: {
      name: '已核查',
      does: '您已核查并处理，这一条办结，记录保留。',
      card: '不变。',
      money: '不变。',
    },
    en: {
      name: 'Looked at',
      does: 'You looked at it and saw to it; the item is closed and stays on record.',
      card: 'Nothing changes.',
      money: 'Nothing changes.',
    },
  },
};
