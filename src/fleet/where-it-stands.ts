import type { Standing } from '../contracts/console/transactions.ts';

/** What is known of a request, from everywhere it left a trace. */
export interface Traces {
  /** Every operation of the reference the centre has, without audit and money. */
  readonly operations: readonly { readonly kind: string; readonly state: string }[];
  /** Somewhere a kiosk says it waits for people. */
  readonly held: readonly { readonly kind: 'dead-letter' | 'unknown' }[];
  readonly paidFen: number;
  /** Asked for and granted. */
  readonly refundedFen: number;
  /** Paid, earned by nothing that was delivered, not given back. */
  readonly owedFen: number;
  /** A refund was promised and the acquirer has not taken it yet. */
  readonly refundUnderWay: boolean;
  /** Orders that ended without money. */
  readonly unpaidOrders: number;
  readonly card: { readonly state: 'open' | 'delivered'; readonly step: string } | null;
  /** The kiosk's trail says that it accepted something. */
  readonly acceptedAtKiosk: boolean;
}

const ASKING = new Set(['payment.create', 'payment.cancel', 'payment.refund']);

/** Where a request stands now: what needs somebody stands before what goes its way, and that before what is over. */
export function whereItStands(traces: Traces): Standing {
  const { held, card } = traces;
  if (held.some(({ kind }) => kind === 'unknown')) return 'unknown';
  if (held.length > 0) return 'dead-letter';
  const asked = traces.operations.filter(({ kind }) => !ASKING.has(kind));
  if (asked.some(({ state }) => state === 'in-progress')) return 'with-the-office';
  if (traces.refundUnderWay) return 'money-coming-back';
  if (traces.owedFen > 0 && asked.length > 0) return 'paid-without-delivery';
  if (traces.owedFen > 0) return traces.acceptedAtKiosk ? 'waits-at-kiosk' : 'paid-without-delivery';
  if (card !== null) {
    if (card.state === 'delivered') return 'card-handed-over';
    return card.step === 'ready' ? 'card-ready' : 'card-in-production';
  }
  const last = asked.at(-1);
  if (last?.state === 'done') return 'done';
  if (traces.paidFen > 0 && traces.refundedFen >= traces.paidFen) return 'money-returned';
  if (last !== undefined) return 'refused';
  if (traces.acceptedAtKiosk) return 'waits-at-kiosk';
  return traces.unpaidOrders > 0 ? 'not-paid' : 'nothing-asked';
}

export const STANDING_SENTENCES: Readonly<Record<Standing, { readonly zh: string; readonly en: string }>> = {
  'waits-at-kiosk': {
    zh: '自助机已受理，还没有送到中心，联网后自动发送。',
    en: 'The kiosk accepted it and has not sent it yet; it goes by itself when the link is back.',
  },
  unknown: {
    zh: '有一步是否完成还不清楚，正在查询，不会再次收费，也不会重复出卡。',
    en: 'It is not known whether one step happened; it is being asked about, nothing is charged or issued twice.',
  },
  'dead-letter': {
    zh: '中心没有接受，正等待值班人员处理。',
    en: 'The centre did not take it; it waits for somebody at the desk.',
  },
  'paid-without-delivery': {
    zh: '已付款但没有办理，正等待退款或处理。',
    en: 'Paid and not delivered; it waits to be given back or seen to.',
  },
  'money-coming-back': {
    zh: '退款已发起，正在退回付款人。',
    en: 'The money is on its way back to the payer.',
  },
  'money-returned': { zh: '款项已全部退回。', en: 'All of the money was given back.' },
  'with-the-office': { zh: '已送达，正等待经办机构决定。', en: 'The office has it and has not decided yet.' },
  'card-in-production': { zh: '已受理，新卡正在制作。', en: 'Accepted; the new card is being made.' },
  'card-ready': { zh: '新卡已做好，等待领取。', en: 'The new card is ready and waits for its owner.' },
  'card-handed-over': { zh: '新卡已交给本人。', en: 'The new card was handed over to its owner.' },
  refused: { zh: '经办机构没有同意，原因见明细。', en: 'The office refused; the reason is in the list.' },
  'not-paid': { zh: '没有付款，业务没有办理。', en: 'It was not paid for, and nothing was done.' },
  done: { zh: '已办结。', en: 'Done.' },
  'nothing-asked': {
    zh: '没有提交任何业务。',
    en: 'Nothing was asked of the office.',
  },
};
