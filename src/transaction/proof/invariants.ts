import { conclusionOf } from '../request-conclusion.ts';
import { isSpoilt } from '../request-state.ts';
import type { RequestEnd, TechnicianReason } from '../request-step.ts';
import type { Situation } from './explore.ts';
import { newIsUsable, oldIsUsable } from './possible-world.ts';

type Rule = readonly [rule: string, holds: boolean];

const broken = (rules: readonly Rule[]): string[] =>
  rules.filter(([, holds]) => !holds).map(([rule]) => rule);

/** What must hold at every moment, whatever is under way. Answers the rules that are broken. */
export function brokenNow({ state, world }: Situation): string[] {
  const out = world.blanks.filter((place) => place === 'out').length;
  const last = state.cards.at(-1);
  return broken([
    ['INV-1 no more goes back than came', world.refundedFen <= world.totalFen],
    ['INV-1 no act before it was paid', world.totalFen === 0 || world.order === 'paid' || neverBegun(world)],
    ['INV-2 at most one card out', out <= 1],
    ['INV-2 never two usable cards', !(newIsUsable(world) && oldIsUsable(world))],
    ['INV-2 no card but a bound one is handed over', last?.present === 'not-begun' || isBoundOrNone(world)],
    ['INV-2 a blank that is out is worth nothing', out === 0 || world.bind === 'done' || isSpoiltLast(last)],
    ['INV-5 the old card is kept only when the new one is certain', world.old !== 'bin' || isBound(world)],
  ]);
}

const isBound = ({ bind }: Situation['world']): boolean => bind === 'done';
const isBoundOrNone = (world: Situation['world']): boolean => world.blanks.length === 0 || isBound(world);
const isSpoiltLast = (last: Situation['state']['cards'][number] | undefined): boolean =>
  last !== undefined && isSpoilt(last);
const neverBegun = ({ loss, submit, order }: Situation['world']): boolean =>
  order === 'forgotten' || (loss === 'none' && submit === 'none');

/** What must be true once settling closes a request, of the world and of what is said. Answers the broken rules. */
export function brokenAtEnd(
  { state, world }: Situation,
  end: RequestEnd,
  technician: readonly TechnicianReason[],
): string[] {
  const told = conclusionOf(state, null);
  const needs = (reason: TechnicianReason): boolean => technician.includes(reason);
  const { totalFen, refundedFen, order, blanks } = world;
  const feeOf = (what: 'loss' | 'card') => state.items.find((item) => item.what === what)?.fen ?? 0;
  const fees = (world.loss === 'done' ? feeOf('loss') : 0) + (world.submit === 'done' ? feeOf('card') : 0);
  const kept = order === 'paid' ? totalFen - refundedFen : 0;
  const last = blanks.at(-1);
  const here = state.issue === 'on-the-spot' && world.submit === 'done';
  const inside = last === 'ic' || last === 'gate' || last === 'stuck';
  return broken([
    ['INV-1 kept are the fees of what was delivered', kept === fees || needs('refund-not-taken')],
    ['INV-1 the receipt says the same', told.money.keptFen === (order === 'paid' ? fees : 0)],
    ['INV-1 money is known', told.money.state !== 'unknown'],
    ['INV-1 nobody pays any more', order !== 'on-its-way' && order !== 'open'],
    [
      'INV-2 a usable card is in its owner’s hand',
      !newIsUsable(world) || last === 'out' || technician.length > 0,
    ],
    ['INV-2 handed over is handed over', told.newCard !== 'handed-over' || last === 'out'],
    ['INV-2 held here is held here', told.newCard !== 'held-here' || last !== 'out'],
    ['INV-3 every blank is where the journal says', blanks.every((_, at) => placeIsTrue(state, blanks, at))],
    ['INV-3 a card inside is somebody’s to look at', !inside || technician.length > 0],
    ['INV-4 no act takes effect after the end', ![world.loss, world.submit, world.bind].some(mayStillHappen)],
    [
      'INV-4 the outbox is empty',
      ![world.cancel, world.refund, world.switch, world.deliver].includes('queued'),
    ],
    ['INV-4 the loss is what is said', (told.loss === 'done') === (world.loss === 'done')],
    ['INV-4 the request is what is said', (told.request === 'accepted') === (world.submit === 'done')],
    ['INV-4 the authority was told', !here || world.deliver === 'done' || needs('delivery-not-taken')],
    ['INV-5 the old card is where it is said', oldIsTrue(told.oldCard, world.old)],
    ['INV-5 an old card not switched is seen', world.old !== 'bin' || oldIsSeen(world, technician)],
    [
      'INV-5 an old card nobody sees is looked for',
      world.old !== 'stuck' || needs('old-card-in-unknown-place'),
    ],
    [
      'INV-8 the end is the word for it',
      end !== 'nothing-happened' || (fees === 0 && world.submit !== 'done'),
    ],
  ]);
}

const mayStillHappen = (truth: Situation['world']['loss']): boolean =>
  truth === 'on-its-way' || truth === 'in-progress';

const oldIsTrue = (
  said: ReturnType<typeof conclusionOf>['oldCard'],
  old: Situation['world']['old'],
): boolean => (said === 'kept' ? old === 'bin' : said === 'still-valid' ? old === 'latched' : true);

const oldIsSeen = (world: Situation['world'], technician: readonly TechnicianReason[]): boolean =>
  world.switch === 'done' ||
  technician.includes('switch-not-taken') ||
  technician.includes('old-card-in-unknown-place');

/** A place on record is where the card is; what is called unknown may be anywhere. */
function placeIsTrue(
  { cards }: Situation['state'],
  blanks: Situation['world']['blanks'],
  at: number,
): boolean {
  const card = cards[at];
  const place = blanks[at];
  if (card === undefined || place === undefined) return false;
  if (card.bin?.end === 'binned') return place === 'bin';
  if (card.present === 'taken') return place === 'out';
  if (card.taken === 'nothing-moved') return place === 'stack';
  return true;
}
