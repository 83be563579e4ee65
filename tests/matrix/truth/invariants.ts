import type { Visit } from '../visits.ts';
import type { World } from '../world/world.ts';
import type { Known, Snapshot } from './snapshot.ts';

/** In fen, of the pack: what a delivered service keeps (LOSS-4, REPL-3). */
const LOSS_FEN = 1_000;
const CARD_FEN = 1_500;
const CARD_COSTS: readonly string[] = ['replace', 'exchange'];

const count = ({ done }: Known, kind: string): number => done.filter((one) => one.kind === kind).length;

/** INV-1: money taken less money returned is the fees of what was delivered. */
export function money({ name }: Visit, centre: Known): string[] {
  const kept = centre.orders.reduce(
    (sum, { receivedFen, refundedFen }) => sum + receivedFen - refundedFen,
    0,
  );
  const charged = centre.orders.length > 0;
  const loss = charged && name !== 'exchange' ? count(centre, 'loss.report') * LOSS_FEN : 0;
  const card = CARD_COSTS.includes(name) ? count(centre, 'card.request') * CARD_FEN : 0;
  return kept === loss + card ? [] : [`INV-1 kept ${kept} fen, delivered for ${loss + card}`];
}

/** INV-2: one card out at most, never two that can be used. */
export function cardsOut(world: World, visit: Visit, before: Snapshot, { cards }: Known): string[] {
  const taken = world.machines.issuer.taken.slice(before.issuerTaken).map(({ contents }) => contents);
  const out = taken.length;
  const { socialSecurityNumber } = world.resident(visit.resident);
  const own = taken.filter(
    (card) =>
      card?.socialSecurityNumber === socialSecurityNumber &&
      cards.some(({ cardNumber }) => cardNumber === card.cardNumber),
  );
  const usable = cards.filter(({ socialSecurity }) => socialSecurity === 'normal').length;
  return [
    ...(out > 1 ? [`INV-2 ${out} cards came out`] : []),
    ...(own.length < out ? ["INV-2 what came out is not this person's card"] : []),
    ...(usable > 1 ? [`INV-2 ${usable} usable cards`] : []),
  ];
}

/** INV-3: the ledger and the machines agree, but for cards the ledger calls lost from sight. */
export function custody({ machines, kiosk }: World): string[] {
  const { issuer, acceptor } = machines;
  const { loaded, stock, blanks, ownCards } = kiosk.store.custody.counts();
  const problems: string[] = [];
  const inside = issuer.card === null ? 0 : 1;
  const physical = issuer.stack.length + issuer.bin.length + issuer.taken.length + inside;
  if (physical !== loaded) problems.push(`INV-3 loaded ${loaded}, there are ${physical}`);
  const unseen = { blanks: blanks.unknown, own: ownCards.unknown };
  const agree = (what: string, ledger: number, real: number, slack: number) => {
    if (ledger > real || real - ledger > slack)
      problems.push(`INV-3 ${what}: ledger ${ledger}, really ${real}`);
  };
  agree('stack', stock, issuer.stack.length, unseen.blanks);
  agree('bin', blanks.rejected + blanks.retained, issuer.bin.length, unseen.blanks);
  agree('handed over', blanks['handed-over'], issuer.taken.length, unseen.blanks);
  agree('in the issuer', blanks.transport + blanks['chip-station'] + blanks.gate, inside, unseen.blanks);
  agree('own cards kept', ownCards.retained, acceptor.bin.length, unseen.own);
  agree('own cards back', ownCards['given-back'], acceptor.taken.length, unseen.own);
  agree('in the acceptor', ownCards.latched + ownCards.gate, acceptor.card === null ? 0 : 1, unseen.own);
  const own = Object.values(ownCards).reduce((sum, cards) => sum + cards, 0);
  const seen = acceptor.bin.length + acceptor.taken.length + (acceptor.card === null ? 0 : 1);
  if (own !== seen) problems.push(`INV-3 ${own} own cards in the ledger, ${seen} were ever inside`);
  return problems;
}

/** INV-3: only a machine that stuck, fell silent or lost its cable may lose a card from sight. */
export function outOfSight({ kiosk }: World, before: Snapshot, mayLoseSight: boolean): string[] {
  const { blanks, ownCards } = kiosk.store.custody.counts();
  const unseen =
    blanks.unknown + ownCards.unknown - before.custody.blanks.unknown - before.custody.ownCards.unknown;
  return unseen > 0 && !mayLoseSight ? [`INV-3 ${unseen} cards lost from sight, and no machine failed`] : [];
}

/** INV-4: nothing waits, nothing is open, nothing was done twice. */
export function exactlyOnce({ kiosk }: World, before: Snapshot, centre: Known): string[] {
  const { waiting } = kiosk.store.outbox.figures();
  const twice = new Set(
    centre.done
      .map(({ kind, reference }) => `${kind} ${reference}`)
      .filter((one, at, all) => all.indexOf(one) !== at && !one.startsWith('payment.refund')),
  );
  const open = kiosk.store.journal.countOpen();
  const dead = kiosk.store.deadLetters.count() - before.deadLetters;
  return [
    ...(waiting > 0 ? [`INV-4 ${waiting} still in the queue`] : []),
    ...(open > 0 ? [`INV-4 ${open} transactions still open`] : []),
    ...(dead > 0 ? [`INV-4 ${dead} dead letters`] : []),
    ...[...twice].map((one) => `INV-4 ${one} was done twice`),
  ];
}

/** INV-5: a resident's card in the bin has its reason, and was offered back unless a switch voided it. */
export function ownCard({ machines, kiosk }: World, before: Snapshot, centre: Known): string[] {
  const { acceptor } = machines;
  const { ownCards } = kiosk.store.custody.counts();
  const kept = acceptor.bin.length - before.acceptorBin;
  const offered = machines.offeredBack() - before.offeredBack;
  const problems: string[] = [];
  // One that jammed on its way into the bin can't be offered any more: then the ledger calls it out of sight.
  const outOfSight = ownCards.unknown - before.custody.ownCards.unknown;
  if (kept > outOfSight && count(centre, 'card.switch') === 0 && offered === 0)
    problems.push('INV-5 a card was kept and never offered back');
  if (acceptor.card !== null && ownCards.latched + ownCards.gate + ownCards.unknown === 0)
    problems.push('INV-5 a card is inside and the ledger knows of none');
  return problems;
}

/** INV-6: nothing of the person is on the start screen. */
export function dataGone({ kiosk, resident }: World, visit: Visit): string[] {
  const { document, socialSecurityNumber, card, mobile } = resident(visit.resident);
  const personal = [
    document.name,
    document.address,
    socialSecurityNumber,
    mobile,
    card?.cardNumber ?? document.name,
  ];
  const shown = JSON.stringify(kiosk.now());
  return personal.some((one) => shown.includes(one)) ? ['INV-6 personal data on the start screen'] : [];
}
