import type { SocialSecurityEvent, SocialSecurityReason } from './social-security-events.ts';
import type { SocialSecurityState } from './social-security-side.ts';
import type { Transition, TransitionTable } from './transition.ts';

type Answer = Transition<SocialSecurityState, SocialSecurityReason>;

const to = (state: SocialSecurityState): Answer => ({ to: state });
const refuse = (reason: SocialSecurityReason): Answer => ({ refuse: reason });
const ignore = (reason: SocialSecurityReason): Answer => ({ ignore: reason });

/** Making and handing out is over once somebody holds the card. */
const handedOut = {
  produced: ignore('already-produced'),
  'arrived-at-outlet': ignore('already-collected'),
  collected: ignore('already-collected'),
  'collection-overdue': ignore('already-collected'),
} as const;

/** A card nobody holds yet can't be lost by its holder: the office answers for it. */
const nobodyHoldsIt = {
  'temporary-loss-reported': refuse('not-yet-collected'),
  'formal-loss-reported': refuse('not-yet-collected'),
  'loss-undone': refuse('no-loss-reported'),
  'temporary-loss-ended': ignore('no-loss-reported'),
  replaced: refuse('not-yet-collected'),
} as const;

/**
 * The social security side of a card, every state × every event. Decisions worth a word:
 * - `collected` in production is the card that a machine makes and hands over on the spot (APPLY-6).
 * - `kept-for-owner` is the machine that could not hand a card over, or took it in again: also a normal one, which a
 *   generation swap makes usable just before it comes out (SWAP-3). A lost one stays lost.
 * - A card made but not handed over may be suspended: a machine that lost sight of it blocks it until a counter
 *   has seen its owner, and `reinstated` then makes it normal.
 * - `replaced` ends a normal or expired card (exchange, generation swap: SWAP-3, EXCH-1) and a formally lost one
 *   (REPL-4); a temporarily lost card needs the formal report first (REPL-1).
 * - A suspension outranks a temporary loss, which would end by itself (LOSS-2), and outlives the validity; only
 *   the authority ends it. Over a formal loss it is refused, so that undoing the loss can't hide it.
 * - `validity-ended` comes daily, so a card reinstated or found again after its last day expires the next day.
 * - A recalled card is kept safe, and can be brought to an outlet again (M A12).
 * - Cancelled is for ever (REPL-5).
 */
export const SOCIAL_SECURITY_TRANSITIONS: TransitionTable<
  SocialSecurityState,
  SocialSecurityEvent,
  SocialSecurityReason
> = {
  'in-production': {
    ...nobodyHoldsIt,
    produced: ignore('still-on-its-way'),
    'arrived-at-outlet': to('awaiting-collection'),
    collected: to('normal'),
    'kept-for-owner': to('awaiting-collection'),
    suspended: to('suspended'),
    reinstated: refuse('not-suspended'),
    'validity-ended': to('expired'),
    'collection-overdue': ignore('still-on-its-way'),
    cancelled: to('cancelled'),
  },
  'awaiting-collection': {
    ...nobodyHoldsIt,
    produced: ignore('already-produced'),
    'arrived-at-outlet': ignore('already-at-outlet'),
    collected: to('normal'),
    'kept-for-owner': ignore('already-at-outlet'),
    suspended: to('suspended'),
    reinstated: refuse('not-suspended'),
    'validity-ended': to('expired'),
    'collection-overdue': to('recalled'),
    cancelled: to('cancelled'),
  },
  normal: {
    ...handedOut,
    'kept-for-owner': to('awaiting-collection'),
    'temporary-loss-reported': to('temporarily-lost'),
    'formal-loss-reported': to('formally-lost'),
    'loss-undone': refuse('no-loss-reported'),
    'temporary-loss-ended': ignore('no-loss-reported'),
    replaced: to('cancelled'),
    suspended: to('suspended'),
    reinstated: refuse('not-suspended'),
    'validity-ended': to('expired'),
    cancelled: to('cancelled'),
  },
  'temporarily-lost': {
    ...handedOut,
    'kept-for-owner': ignore('already-collected'),
    'temporary-loss-reported': ignore('already-reported'),
    'formal-loss-reported': to('formally-lost'),
    'loss-undone': to('normal'),
    'temporary-loss-ended': to('normal'),
    replaced: refuse('formal-loss-first'),
    suspended: to('suspended'),
    reinstated: refuse('not-suspended'),
    'validity-ended': to('expired'),
    cancelled: to('cancelled'),
  },
  'formally-lost': {
    ...handedOut,
    'kept-for-owner': ignore('already-collected'),
    'temporary-loss-reported': refuse('already-reported'),
    'formal-loss-reported': ignore('already-reported'),
    'loss-undone': to('normal'),
    'temporary-loss-ended': ignore('loss-stands'),
    replaced: to('cancelled'),
    suspended: refuse('loss-stands'),
    reinstated: refuse('not-suspended'),
    'validity-ended': ignore('loss-stands'),
    cancelled: to('cancelled'),
  },
  suspended: {
    produced: ignore('already-produced'),
    'arrived-at-outlet': ignore('suspended'),
    collected: refuse('suspended'),
    'kept-for-owner': ignore('suspended'),
    'temporary-loss-reported': refuse('suspended'),
    'formal-loss-reported': refuse('suspended'),
    'loss-undone': refuse('suspended'),
    'temporary-loss-ended': ignore('suspended'),
    replaced: refuse('suspended'),
    suspended: ignore('suspended'),
    reinstated: to('normal'),
    'validity-ended': ignore('suspended'),
    'collection-overdue': ignore('suspended'),
    cancelled: to('cancelled'),
  },
  expired: {
    produced: ignore('already-produced'),
    'arrived-at-outlet': ignore('expired'),
    collected: refuse('expired'),
    'kept-for-owner': ignore('expired'),
    'temporary-loss-reported': refuse('expired'),
    'formal-loss-reported': refuse('expired'),
    'loss-undone': refuse('expired'),
    'temporary-loss-ended': ignore('expired'),
    replaced: to('cancelled'),
    suspended: refuse('expired'),
    reinstated: refuse('expired'),
    'validity-ended': ignore('expired'),
    'collection-overdue': ignore('expired'),
    cancelled: to('cancelled'),
  },
  recalled: {
    ...nobodyHoldsIt,
    produced: ignore('already-produced'),
    'arrived-at-outlet': to('awaiting-collection'),
    collected: refuse('recalled'),
    'kept-for-owner': ignore('recalled'),
    suspended: refuse('recalled'),
    reinstated: refuse('not-suspended'),
    'validity-ended': to('expired'),
    'collection-overdue': ignore('recalled'),
    cancelled: to('cancelled'),
  },
  cancelled: {
    produced: ignore('cancelled'),
    'arrived-at-outlet': ignore('cancelled'),
    collected: refuse('cancelled'),
    'kept-for-owner': ignore('cancelled'),
    'temporary-loss-reported': refuse('cancelled'),
    'formal-loss-reported': refuse('cancelled'),
    'loss-undone': refuse('cancelled'),
    'temporary-loss-ended': ignore('cancelled'),
    replaced: refuse('cancelled'),
    suspended: refuse('cancelled'),
    reinstated: refuse('cancelled'),
    'validity-ended': ignore('cancelled'),
    'collection-overdue': ignore('cancelled'),
    cancelled: ignore('cancelled'),
  },
};

/** The decided answer of the table. */
export const onSocialSecurityEvent = (state: SocialSecurityState, event: SocialSecurityEvent): Answer =>
  SOCIAL_SECURITY_TRANSITIONS[state][event];
