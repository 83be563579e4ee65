import type { FoundWord, UnknownItem } from '../../../src/ports/maintenance/custody-desk.ts';
import { parseRequest } from '../../../src/transaction/request-entries.ts';
import { NO_FACTS } from '../../../src/transaction/request-step.ts';
import { parseJournal, settle } from '../../../src/transaction/settle.ts';
import { settleRequest } from '../../../src/transaction/settle-request.ts';
import { type Unknown, unknownOfDecision, unknownsOfStep } from '../../../src/transaction/unknown-advice.ts';
import type { StoredTransaction } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';
import { FOUND_WORDS } from './custody-words.ts';
import type { ExpectedCard, ExpectedCustody, ExpectedPath } from './expected-custody.ts';

/** Of the unknowns of a request, those that are about the blank it took. */
const ABOUT_THE_CARD: readonly Unknown[] = [
  'blank-in-unknown-place',
  'card-not-in-bin',
  'card-maybe-taken',
  'card-in-unknown-place',
];

/**
 * Everything a technician can settle: cards first, then cards without a line, then what waits for an answer. Cards that
 * somebody looked for already come last, for they stay for good and grow in number.
 */
export function unknownItems(store: Store, { cards, paths }: ExpectedCustody): UnknownItem[] {
  const isMissing = ({ todo }: ExpectedCard) => todo === 'place-if-found';
  const item = (card: ExpectedCard) => ofCard(store, card, paths);
  return [
    ...cards.filter((card) => !isMissing(card)).map(item),
    ...paths.filter(({ todo }) => todo === 'take-card-out').map(ofPath),
    ...store.journal.openBesideOutbox().flatMap((transaction) => ofTransaction(store, transaction)),
    ...cards.filter(isMissing).map(item),
  ];
}

function ofCard(
  store: Store,
  { card, origin, place, reason, todo }: ExpectedCard,
  paths: readonly ExpectedPath[],
) {
  const transactionId = store.custody.find(card)?.transactionId ?? null;
  const request = transactionId === null ? null : store.journal.find(transactionId);
  const machine = origin === 'blank' ? 'issuer' : 'acceptor';
  const inPath = paths.some((path) => path.machine === machine && path.sensor === 'card');
  const fits = (word: FoundWord): boolean => {
    // One that a request left in its machine goes the machine's way, and is known to be nowhere else.
    if (todo === 'let-machine-bin-it') return word === 'in-path';
    if (word === 'in-path') return inPath;
    if (word === 'in-stack') return origin === 'blank';
    return word !== 'not-here' || place !== 'missing';
  };
  return {
    id: card,
    kind: 'card',
    machine,
    unknown: origin === 'resident' ? 'old-card-in-unknown-place' : ofBlank(store, request),
    reference: request?.reference ?? store.cardOwners.find(card).reference,
    reason,
    places: FOUND_WORDS.filter(fits),
  } satisfies UnknownItem;
}

const ofPath = ({ machine }: ExpectedPath): UnknownItem => ({
  id: `${machine}-path`,
  kind: 'strange-card',
  machine,
  unknown: machine === 'issuer' ? 'blank-in-unknown-place' : 'old-card-in-unknown-place',
  reference: null,
  reason: 'no-line',
  places: machine === 'issuer' ? [] : ['in-bin', 'in-bag'],
});

/** What the end of its request leaves open about a blank; a blank that nobody's request explains is a blank. */
function ofBlank(store: Store, request: StoredTransaction | null): Unknown {
  const all = request === null ? [] : unknownsOf(store, request);
  return all.find((one) => ABOUT_THE_CARD.includes(one)) ?? 'blank-in-unknown-place';
}

/** Open, and told to a technician or an operator already: what is only on its way is not listed. */
export function unknownOfTransaction(store: Store, transaction: StoredTransaction): Unknown | null {
  const { transactionId } = transaction;
  const told =
    store.audit.has('transaction-unknown', transactionId) ||
    store.audit.has('transaction-needs-technician', transactionId);
  return (told && unknownsOf(store, transaction)[0]) || null;
}

function ofTransaction(store: Store, transaction: StoredTransaction): UnknownItem[] {
  const { reference, service } = transaction;
  const unknown = unknownOfTransaction(store, transaction);
  if (unknown === null) return [];
  return [
    { id: reference, kind: 'transaction', machine: null, unknown, reference, reason: service, places: [] },
  ];
}

/** By the journal alone, as settling says it while nobody answers. */
function unknownsOf({ journal, deadLetters }: Store, transaction: StoredTransaction): readonly Unknown[] {
  const { transactionId } = transaction;
  const entries = journal.entries(transactionId);
  if (transaction.course === 'request') {
    const read = parseRequest(transaction.service, entries);
    if (!read.ok) return ['journal-contradictory'];
    return unknownsOfStep(
      settleRequest(read.value, { ...NO_FACTS, undeliverable: deadLetters.notTakenIn(transactionId) }),
    );
  }
  const read = parseJournal(transaction.service, entries);
  if (!read.ok) return ['journal-contradictory'];
  const unknown = unknownOfDecision(settle(read.value, null));
  return unknown === null ? [] : [unknown];
}
