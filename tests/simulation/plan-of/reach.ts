import { MARKS, type Mark } from '../plan.ts';

/**
 * How many of each mark a willing visit comes by where nothing goes wrong, in the order of `MARKS`. Counted by
 * `reach.test.ts`, which says what to write here where the software has changed.
 */
export const REACH: Readonly<Record<string, readonly number[]>> = {
  'records of insurance': [16, 4, 5, 11, 33, 6],
  'records of payments': [16, 4, 5, 11, 33, 6],
  'progress of a ready card': [11, 3, 4, 8, 24, 4],
  'progress in production': [11, 3, 4, 8, 24, 4],
  'progress stopped by a photo': [11, 3, 4, 8, 24, 4],
  'progress of nothing': [11, 3, 4, 8, 24, 4],
  'card looked at': [15, 6, 6, 11, 33, 8],
  'lost card looked at': [15, 6, 6, 11, 33, 8],
  'electronic card looked at': [8, 2, 3, 5, 15, 2],
  'electronic card': [7, 1, 3, 5, 15, 2],
  outlets: [6, 1, 3, 6, 18, 4],
  help: [9, 1, 2, 6, 18, 2],
  activation: [20, 9, 9, 18, 72, 16],
  'activation of an active card': [13, 6, 5, 10, 30, 6],
  'activation of a second-generation card': [20, 9, 9, 18, 72, 16],
  'activation of an old card': [20, 9, 9, 18, 72, 16],
  'activation of a card reported lost': [13, 6, 5, 10, 30, 6],
  'activation of a formally lost card': [13, 6, 5, 10, 30, 6],
  'activation of a suspended card': [13, 6, 5, 10, 30, 6],
  'activation of an expired card': [13, 6, 5, 10, 30, 6],
  'activation with a closed account': [13, 6, 5, 10, 30, 6],
  'activation with a locked PIN': [13, 6, 5, 10, 30, 6],
  'activation of a card to collect': [13, 6, 5, 10, 30, 6],
  'activation of a recalled card': [13, 6, 5, 10, 30, 6],
  'activation of another province’s card': [12, 6, 4, 10, 30, 6],
  'activation of a bank card': [13, 6, 5, 10, 30, 6],
  'activation of an unknown card': [13, 6, 5, 10, 30, 6],
  'activation of somebody else’s card': [12, 6, 4, 10, 30, 6],
  application: [26, 4, 10, 15, 85, 15],
  'application with a photo on file': [24, 4, 10, 15, 85, 15],
  'application of a rare name': [24, 4, 10, 15, 85, 15],
  'application with a permanent document': [26, 4, 10, 15, 85, 15],
  'application for a card now': [30, 16, 18, 28, 192, 42],
  'application with a card': [11, 3, 4, 8, 24, 4],
  'application after another': [11, 3, 4, 8, 24, 4],
  'application after a cancelled card': [26, 4, 10, 15, 85, 15],
  'application without entitlement': [11, 3, 4, 8, 24, 4],
  'application with an expired document': [7, 3, 2, 5, 15, 2],
  'temporary loss': [15, 5, 6, 13, 79, 13],
  'long-term loss': [15, 5, 6, 13, 79, 13],
  'found again': [17, 7, 6, 14, 60, 12],
  'formal loss': [19, 5, 12, 20, 84, 24],
  'formal loss of a locked card': [17, 5, 6, 15, 65, 15],
  'formal loss after a temporary one': [19, 5, 12, 20, 84, 24],
  replacement: [26, 16, 17, 30, 206, 47],
  'replacement with a new account': [26, 16, 17, 30, 206, 47],
  'replacement of a formally lost card': [25, 16, 16, 28, 196, 43],
  'replacement in hardship': [23, 16, 13, 26, 186, 40],
  'replacement of a locked card': [23, 16, 13, 26, 186, 40],
  'fourth replacement': [25, 16, 16, 28, 196, 43],
  'replacement of who receives benefits': [26, 16, 15, 28, 196, 43],
  swap: [26, 19, 14, 31, 251, 49],
  'swap with a new account': [26, 19, 14, 31, 251, 49],
  'swap of a locked card': [26, 19, 14, 31, 251, 49],
  'exchange of a damaged card': [29, 19, 19, 36, 270, 58],
  'exchange of an expired card': [11, 3, 3, 8, 24, 4],
  certification: [13, 4, 5, 13, 79, 13],
  'certification without a benefit': [13, 4, 5, 13, 83, 13],
  'contact data': [20, 4, 10, 16, 66, 16],
};

/** Every call ends and most requests are answered, so these two reach as far as what they belong to. */
const AS_FAR_AS: Partial<Record<Mark, Mark>> = { 'act-done': 'device-call', answer: 'request' };

/** How far a blow at this mark can be put off in a visit of this kind; at least once. */
export const reachOf = (archetype: string, mark: Mark): number =>
  Math.max(1, REACH[archetype]?.[MARKS.indexOf(AS_FAR_AS[mark] ?? mark)] ?? 1);
