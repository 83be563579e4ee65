import type { ListedCard } from '../../../src/contracts/maintenance/page.ts';
import type { Booked, BookedBy, CustodyDesk, Placed } from '../../../src/ports/maintenance/custody-desk.ts';
import type { Result } from '../../../src/result.ts';
import type { CustodyLine } from '../store/custody-lines.ts';
import type { Store } from '../store/open-store.ts';
import type { CustodyActs } from './custody-acts.ts';
import type { ActBy, ActRefusal } from './custody-words.ts';
import { cardsInBin } from './empty-bin.ts';
import { enterOwnCard } from './enter-own-card.ts';
import { unknownItems } from './unknown-items.ts';

/** The custody acts as the guided tasks ask for them. Each is one of `custodyActs` and counts once by its name. */
export function createCustodyDesk(store: Store, acts: CustodyActs): CustodyDesk {
  /** Whoever began an act is who did it, though another technician may go on with the task. */
  const by = ({ act, technician, second, explained }: BookedBy): ActBy => ({
    act,
    technician: store.custodyActs.find(act)?.technician ?? technician,
    ...(second === null ? {} : { second }),
    ...(explained === null ? {} : { explained }),
  });
  const isNew = (act: string) => store.custodyActs.find(act) === null;
  return {
    stock: () => store.custody.stock(),
    loadBlanks: (who, blanks, label) =>
      booked(acts.loadBlanks({ ...by(who), label }, blanks), ({ before, after }) => ({ before, after })),
    countStack(who, ledger, counted) {
      if (isNew(who.act) && store.custody.stock() !== ledger) return LEDGER_CHANGED;
      return booked(acts.countStack(by(who), counted), ({ expected }) => ({
        before: expected,
        after: counted,
      }));
    },
    cardsIn: (bin) => cardsInBin(store, bin).map((line) => listed(store, line)),
    emptyBin(who, bin, { cards, counted, bag }) {
      const now = cardsInBin(store, bin).map(({ card }) => card);
      if (isNew(who.act) && now.join(' ') !== cards.join(' ')) return LEDGER_CHANGED;
      const named = bag === null ? by(who) : { ...by(who), bag };
      return booked(acts.emptyBin(named, bin, counted), ({ expected }) => ({ before: expected, after: 0 }));
    },
    unknowns: async () => unknownItems(store, await acts.expected()),
    placeCard: async (who, card, found) => placed(await acts.placeUnknown(by(who), card, found)),
    async enterOwnCard(who, found) {
      if (acts.busy()) return { placed: false, code: 'busy' };
      return placed(await acts.placeUnknown(by(who), enterOwnCard(store, by(who), found), found));
    },
  };
}

const LEDGER_CHANGED: Booked = { booked: false, code: 'ledger-changed' };

function booked<T>(
  done: Result<T, ActRefusal>,
  counts: (value: T) => { readonly before: number; readonly after: number },
): Booked {
  return done.ok ? { booked: true, ...counts(done.value) } : { booked: false, code: codeOf(done.error) };
}

const placed = (done: Awaited<ReturnType<CustodyActs['placeUnknown']>>): Placed =>
  done.ok ? { placed: true, ...done.value } : { placed: false, code: codeOf(done.error) };

/** Throws for what no task may ask: a name, word or number that can't be written down, or a name used twice. */
function codeOf(refusal: ActRefusal): string {
  switch (refusal.kind) {
    case 'bad-act':
    case 'bad-technician':
    case 'bad-count':
    case 'bad-word':
    case 'act-differs':
      throw new Error(`a task asked for what can't be: ${refusal.kind}`);
    default:
      return refusal.kind;
  }
}

function listed({ custody, cardOwners, journal }: Store, line: CustodyLine): ListedCard {
  const { card, origin, reason, transactionId } = line;
  const owner = cardOwners.find(card);
  const request = transactionId === null ? null : journal.find(transactionId);
  return {
    card,
    origin,
    reason,
    since: custody.moves(card).at(-1)?.at ?? null,
    ownerMasked: owner.masked,
    reference: request?.reference ?? owner.reference,
  };
}
