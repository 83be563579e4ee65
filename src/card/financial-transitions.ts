import type { FinancialState } from './financial-side.ts';
import type { Transition, TransitionTable } from './transition.ts';

/** What can happen to the financial side of a card. `next-day` comes at each midnight in Asia/Shanghai. */
export const FINANCIAL_EVENTS = [
  'activated',
  'pin-wrong-three-times',
  'next-day',
  'pin-reset',
  'new-card',
  'closed',
] as const;
export type FinancialEvent = (typeof FINANCIAL_EVENTS)[number];

export const FINANCIAL_REASONS = [
  'not-activated',
  'already-active',
  'already-pin-locked',
  'nothing-to-unlock',
  'closed',
] as const;
export type FinancialReason = (typeof FINANCIAL_REASONS)[number];

/**
 * The financial side of a card, every state × every event. Locked until activation (M A15), once for each card;
 * three wrong PINs lock it until the next day or a reset (H Q44); closed is for ever. A new card for the same account
 * (REPL-2, SWAP-2) locks it again: that card has a PIN of its own, and is activated like any other.
 */
export const FINANCIAL_TRANSITIONS: TransitionTable<FinancialState, FinancialEvent, FinancialReason> = {
  locked: {
    activated: { to: 'active' },
    'pin-wrong-three-times': { ignore: 'not-activated' },
    'next-day': { ignore: 'not-activated' },
    'pin-reset': { refuse: 'not-activated' },
    'new-card': { ignore: 'not-activated' },
    closed: { to: 'closed' },
  },
  active: {
    activated: { refuse: 'already-active' },
    'pin-wrong-three-times': { to: 'pin-locked' },
    'next-day': { ignore: 'nothing-to-unlock' },
    'pin-reset': { to: 'active' },
    'new-card': { to: 'locked' },
    closed: { to: 'closed' },
  },
  'pin-locked': {
    activated: { refuse: 'already-active' },
    'pin-wrong-three-times': { ignore: 'already-pin-locked' },
    'next-day': { to: 'active' },
    'pin-reset': { to: 'active' },
    'new-card': { to: 'locked' },
    closed: { to: 'closed' },
  },
  closed: {
    activated: { refuse: 'closed' },
    'pin-wrong-three-times': { ignore: 'closed' },
    'next-day': { ignore: 'closed' },
    'pin-reset': { refuse: 'closed' },
    'new-card': { refuse: 'closed' },
    closed: { ignore: 'closed' },
  },
};

/** The decided answer of the table. */
export const onFinancialEvent = (
  state: FinancialState,
  event: FinancialEvent,
): Transition<FinancialState, FinancialReason> => FINANCIAL_TRANSITIONS[state][event];
