import type { Command } from '../../../src/contracts/command.ts';
import type { View } from '../../../src/contracts/view.ts';
import { handsOn, hasOwnPortrait, type Person } from '../../matrix/hands.ts';
import { stepOf } from '../../matrix/play.ts';
import type { Chance } from '../chance.ts';
import type { Manner } from '../plan.ts';
import { anyCommand } from './any-command.ts';
import { type Comer, personOf, wrongPin } from './comer.ts';
import { pullCards, slip } from './slips.ts';
import type { Surroundings } from './surroundings.ts';

/** What somebody does about a screen. */
export interface Act {
  /** Touched when the time has passed; null: nothing, they look again then, or as soon as the screen changes. */
  readonly command: Command | null;
  readonly inMs: number;
  /** Of the screen it was meant for; by then another one may be there. */
  readonly revision: number;
}

/** A person at the kiosk, as the kiosk meets them. */
export interface Hands {
  /** Of whom to ask what they carry now: `person.card`. */
  readonly person: Person;
  /** Looks at the screen. What is done at the machines (cards, PIN, phone) is done at once. */
  look(view: View): Promise<Act>;
  /** Walked away: nothing comes from them any more but money. */
  gone(): boolean;
  /** On the way home: pays the code that was photographed. */
  afterwards(): Promise<void>;
}

/** Until somebody looks at the same screen again. */
const AGAIN_MS = [1_200, 2_500] as const;
/** Nothing has come of a touch for this long: the same is touched again. */
const TOUCHED_IN_VAIN_MS = 6_000;
/** Even the slowest answer "are you still there?" faster than they read. */
const WARNED_MS = [1_500, 24_000] as const;
/** A card at the gate waits 60 s (policy): within it and beyond. */
const LATE_MS = [15_000, 75_000] as const;
/** An order is open for 180 s (policy): before its end, right after it and long after. */
const PAYS_LATE_MS = [100_000, 400_000] as const;
/** Who has touched so often in vain has had enough. */
const ENOUGH_TOUCHES = 90;
/** A second touch follows the first at once, or not at all. */
const DOUBLE_MS = 1_000;
/** A hurried hand is on its way before the screen was read. */
const HURRIED_MS = 500;

/** A person with this manner. All that is left to chance is drawn from `chance`. */
export function handsOf(manner: Manner, chance: Chance, comer: Comer, world: Surroundings): Hands {
  const person = personOf(comer, manner.pays, chance);
  const place = { world, person, comer, chance };
  const draw = ([least, most]: readonly [number, number]) => chance.between(least, most);
  const { time, centre } = world;
  let shown = '';
  let readAt = 0;
  let touched: { readonly command: Command; readonly revision: number; readonly at: number } | null = null;
  let touchAgain = false;
  let touches = 0;
  let errs = false;
  let photographed: { readonly qr: string; readonly payAt: number } | null = null;
  const nothing = (view: View, inMs: number): Act => ({ command: null, inMs, revision: view.revision });

  /** Another screen, or the answer to one's own touch. */
  function arrivesAt(view: View): boolean {
    const answered = touched !== null && view.revision !== touched.revision;
    const now = `${stepOf(view)} ${view.overlay?.kind ?? ''}`;
    if (now === shown && !answered) return false;
    if (now !== shown) meetFate(view);
    shown = now;
    touched = null;
    return true;
  }

  /** What this screen does to them, drawn once when it is first seen. */
  function meetFate(view: View): void {
    const seated = view.screen !== 'welcome' && view.screen !== 'ended';
    errs = chance.happens(manner.confused);
    const walks = chance.happens(manner.walksAway);
    const leaves = chance.happens(manner.leaves);
    if (seated && walks) person.away = true;
    if (seated && leaves) person.leaves = true;
    if (chance.happens(manner.pullsCard)) pullCards(place);
    if (view.screen === 'take-card' && manner.takes !== 'at-once')
      person.takesFrom = manner.takes === 'never' ? Number.POSITIVE_INFINITY : time.now() + draw(LATE_MS);
  }

  /** Touches something that is offered, or does something at the machines; changes their mind about leaving. */
  function err(view: View): Command | null {
    errs = false;
    if (view.overlay?.kind === 'leave') person.leaves = false;
    if (chance.happens(0.25)) {
      slip(place);
      return null;
    }
    const offered = chance.happens(0.2) && view.can.includes('back') ? (['back'] as const) : view.can;
    if (offered.length === 0) return null;
    const ownPortrait = view.screen !== 'face' || hasOwnPortrait(person, view);
    return anyCommand(chance.pick(offered), { view, chance, ownPortrait });
  }

  async function payLate(now: number): Promise<void> {
    if (photographed === null || now < photographed.payAt) return;
    const { qr } = photographed;
    photographed = null;
    const order = await centre.orderByQr(qr);
    if (order) await centre.payer(order.id, 'pay');
  }

  async function act(view: View): Promise<Command | null> {
    if (errs) return err(view);
    if (view.screen === 'pay' && view.qr !== null && view.phase === 'open') {
      if (manner.pays === 'late' && !person.did.has(`pay ${view.qr}`))
        photographed = { qr: view.qr, payAt: time.now() + draw(PAYS_LATE_MS) };
      // Confirmed on the phone and cancelled at the screen, both at once.
      if (manner.pays === 'cancel' && !person.did.has(`pay ${view.qr}`) && chance.happens(0.4)) {
        const order = await centre.orderByQr(view.qr);
        if (order) await centre.payer(order.id, 'pay');
      }
    }
    if (view.screen !== 'pin' || !chance.happens(manner.wrongPin)) return handsOn(world, person, view);
    const { pin } = person;
    person.pin = wrongPin(person, chance);
    const command = await handsOn(world, person, view);
    person.pin = pin;
    return command;
  }

  return {
    person,
    gone: () => person.away,
    afterwards: () => payLate(Number.POSITIVE_INFINITY),
    look: async (view) => {
      const now = time.now();
      await payLate(now);
      if (person.away) return nothing(view, 60_000);
      const last = touched;
      const again = touchAgain;
      touchAgain = false;
      if (again && last && now < last.at + DOUBLE_MS) {
        return { command: last.command, inMs: chance.between(10, 160), revision: last.revision };
      }
      const arrives = arrivesAt(view);
      const pause = draw(view.overlay === null ? manner.handMs : WARNED_MS);
      const ahead = arrives && manner.handMs[1] < HURRIED_MS && chance.happens(0.5);
      if (arrives && !ahead) {
        readAt = now + Math.min(pause, manner.handMs[1]);
        return nothing(view, readAt - now);
      }
      if (!ahead && now < readAt) return nothing(view, readAt - now);
      if (touched && now < touched.at + TOUCHED_IN_VAIN_MS) return nothing(view, draw(AGAIN_MS));
      const command = await act(view);
      if (command === null) return nothing(view, draw(AGAIN_MS));
      touches += 1;
      if (touches > ENOUGH_TOUCHES) person.leaves = true;
      touched = { command, revision: view.revision, at: now };
      touchAgain = chance.happens(manner.doubleTouch);
      return { command, inMs: ahead ? pause : 0, revision: view.revision };
    },
  };
}
