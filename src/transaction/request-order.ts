import type { DeliveryOutcome, RequestEntry, RequestService } from './request-entries.ts';
import {
  type CardState,
  hasHostage,
  isDone,
  isPending,
  isSpoilt,
  mayMoveToBin,
  type RequestState,
  refundDue,
  standsAt,
} from './request-state.ts';

type Condition = (state: RequestState) => boolean;

const last = (state: RequestState): CardState | undefined => state.cards.at(-1);
const notBegun = (
  act: 'refund' | 'loss' | 'submit' | 'delivery' | 'switched',
  state: RequestState,
): boolean => state[act].stage === 'not-begun';
const isBound = (state: RequestState): boolean => isDone(last(state)?.bind ?? { stage: 'not-begun' });

/** What may be on record, in words; the table below is made of these. */
export const ON_RECORD = {
  'something is to pay': ({ items }) => items.length > 0,
  'the order is not known to have ended': ({ pay }) =>
    pay !== null && (pay.end === null || pay.end.result === 'open'),
  'paid, or free': ({ items, pay }) => items.length === 0 || pay?.end?.result === 'paid',
  'no card was asked for': (state) => notBegun('submit', state),
  'the loss that was charged is done': ({ items, loss }) =>
    isDone(loss) || (loss.stage === 'not-begun' && !items.some(({ what }) => what === 'loss')),
  'money is due back': (state) => refundDue(state) !== null,
  'no money is due back, or it was ordered': (state) =>
    refundDue(state) === null || !notBegun('refund', state),
  'nothing is brought to its end': (state) => notBegun('refund', state) && notBegun('delivery', state),
  'a card is owed at once': ({ submit, issue }) => isDone(submit) && issue === 'on-the-spot',
  'no blank, or the last one failed and is in the bin': (state) => {
    const card = last(state);
    return card === undefined || (isSpoilt(card) && card.bin?.end === 'binned');
  },
  'a blank came out of the stack': (state) => last(state)?.taken === 'at-chip-station',
  'it is at the chip station': (state) => {
    const card = last(state);
    return card !== undefined && standsAt(card) === 'chip-station';
  },
  'the card was never moved on': (state) => last(state)?.bin === null && last(state)?.present === 'not-begun',
  'written and read back': (state) => last(state)?.written === 'done',
  bound: isBound,
  'known whether it is bound': (state) => !isPending(last(state)?.bind ?? { stage: 'not-begun' }),
  'the old card is a hostage': hasHostage,
  'the old card is in the bin': ({ oldCard }) => oldCard === 'kept',
  'the old card is where it is known to be': ({ oldCard }) => oldCard !== 'intended',
  'no old card in the bin, or the switch is ordered': (state) =>
    state.oldCard !== 'kept' || !notBegun('switched', state),
  'no hostage, or switched': (state) => !hasHostage(state) || isDone(state.switched),
  'the card is still inside': (state) => ['not-begun', 'not-taken'].includes(last(state)?.present ?? 'taken'),
  'not moved to the bin, or it stayed once': (state) => {
    const card = last(state);
    return card !== undefined && mayMoveToBin(card);
  },
  'failed, or given up, or bound': (state) => {
    const card = last(state);
    if (card === undefined) return false;
    const failed = isSpoilt(card) || card.bind.stage === 'answered';
    // A second move of a failed card is settling's, which tells the authority first that a card is owed.
    return isBound(state) || !notBegun('delivery', state) || (failed && card.bin === null);
  },
  'it is known what became of the card': (state) => deliveryOf(state) !== null,
} satisfies Record<string, Condition>;
export type OnRecord = keyof typeof ON_RECORD;

/** Every act that has an intent; `print-receipt` may stand anywhere and decides nothing. */
export type BegunAct = Exclude<Extract<RequestEntry, { kind: 'intent' }>['act'], 'print-receipt'>;

/**
 * What must be on record before an act is begun: the order of settlement.md, read by the reader of journals itself.
 * That an act is begun once, after the charge, and ended only when it was begun, holds for all of them.
 */
export const BEFORE: Readonly<Record<BegunAct, readonly OnRecord[]>> = {
  pay: ['something is to pay'],
  cancel: ['the order is not known to have ended'],
  loss: ['paid, or free', 'no card was asked for', 'nothing is brought to its end'],
  submit: ['paid, or free', 'the loss that was charged is done', 'nothing is brought to its end'],
  'take-blank': [
    'a card is owed at once',
    'no blank, or the last one failed and is in the bin',
    'nothing is brought to its end',
  ],
  personalise: [
    'a blank came out of the stack',
    'it is at the chip station',
    'the card was never moved on',
    'nothing is brought to its end',
  ],
  bind: ['written and read back', 'the card was never moved on', 'nothing is brought to its end'],
  'retain-old': [
    'the old card is a hostage',
    'bound',
    'the card was never moved on',
    'nothing is brought to its end',
  ],
  switch: ['the old card is in the bin', 'no money is due back, or it was ordered'],
  present: [
    'bound',
    'no hostage, or switched',
    'the card was never moved on',
    'nothing is brought to its end',
  ],
  'to-bin': [
    'a blank came out of the stack',
    'the card is still inside',
    'not moved to the bin, or it stayed once',
    'known whether it is bound',
    'failed, or given up, or bound',
    'the old card is where it is known to be',
    'no old card in the bin, or the switch is ordered',
  ],
  refund: ['money is due back'],
  deliver: [
    'a card is owed at once',
    'no money is due back, or it was ordered',
    'it is known what became of the card',
  ],
};

/** Which acts a service has, and what it can cost; a journal with another one is not its own. */
export const OF_SERVICE: Readonly<
  Record<
    RequestService,
    { readonly costs: readonly ('loss' | 'card')[]; readonly never: readonly BegunAct[] }
  >
> = {
  apply: { costs: ['card'], never: ['loss', 'retain-old', 'switch'] },
  loss: {
    costs: ['loss'],
    never: [
      'submit',
      'take-blank',
      'personalise',
      'bind',
      'retain-old',
      'switch',
      'present',
      'to-bin',
      'deliver',
    ],
  },
  replace: { costs: ['loss', 'card'], never: ['retain-old', 'switch'] },
  swap: { costs: ['card'], never: ['loss'] },
  exchange: { costs: ['card'], never: ['loss'] },
};

/** Where the sensors saw a card whose handing over ended so; null where nobody had to ask them. */
export const PRESENTED_AT: Readonly<Record<'taken' | 'not-taken' | 'unknown', readonly (string | null)[]>> = {
  taken: [null],
  'not-taken': ['gate', 'ic'],
  unknown: ['none', 'jammed'],
};

/**
 * Whether a move to the bin can have ended so. The sensors' `none` is the bin only where no hand reaches; a card that
 * stayed was seen, or the bin was full; and a full bin says where the card is.
 */
export function binEndIsTrue(
  from: 'chip-station' | 'gate',
  result: 'binned' | 'stayed' | 'unknown-place',
  code: string | null,
): boolean {
  switch (result) {
    case 'binned':
      return code === null || (code === 'none' && from === 'chip-station');
    case 'stayed':
      return code === 'bin-full' || code === 'ic' || code === 'gate';
    case 'unknown-place':
      return code !== null && code !== 'bin-full' && code !== 'ic' && code !== 'gate';
  }
}

/** Whether `act` may be begun now; its doing it twice is another question. */
export const mayBegin = (state: RequestState, act: BegunAct): boolean =>
  BEFORE[act].every((name) => ON_RECORD[name](state));

/**
 * What the authority may be told of the card that is owed: the facts on record and nothing else; null while one of
 * them is missing.
 */
export function deliveryOf(state: RequestState): DeliveryOutcome | null {
  const card = last(state);
  if (card === undefined) return 'not-issued';
  if (isPending(card.bind)) return null;
  if (!isDone(card.bind)) return 'not-issued';
  if (state.oldCard === 'intended') return null;
  if (state.oldCard === 'kept' && state.switched.stage === 'not-begun') return null;
  switch (card.present) {
    case 'taken':
      return 'handed-over';
    case 'unknown':
      return 'maybe-taken';
    case 'intended':
      return null;
    case 'not-begun':
    case 'not-taken':
      break;
  }
  switch (card.bin?.end) {
    case 'binned':
      return 'retained';
    case 'unknown-place':
      return 'maybe-taken';
    case 'stayed':
      if (mayMoveToBin(card)) return null;
      // At the gate anybody can take it, now or later: nobody may call it kept.
      return card.bin.from === 'gate' ? 'maybe-taken' : 'retained';
    default:
      return null;
  }
}
