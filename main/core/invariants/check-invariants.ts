import { money } from './inv-1-money.ts';
import { cardsOut } from './inv-2-cards-out.ts';
import { custody } from './inv-3-custody.ts';
import { once } from './inv-4-once.ts';
import { ownCard } from './inv-5-own-card.ts';
import { dataGone } from './inv-6-data-gone.ts';
import { policy } from './inv-7-policy.ts';
import { truth } from './inv-8-truth.ts';
import type { InvariantView } from './invariant-view.ts';
import type { Violation } from './violation.ts';

const FINDERS = [money, cardsOut, custody, once, ownCard, dataGone, policy, truth] as const;

/**
 * What must hold whatever happens (services.md INV-1…8), as far as the kiosk itself can know. Of the store it holds
 * after every commit; of screen and session when nobody is being served. Pure; empty is right.
 */
export const checkInvariants = (view: InvariantView): readonly Violation[] =>
  FINDERS.flatMap((find) => [...find(view)]);
