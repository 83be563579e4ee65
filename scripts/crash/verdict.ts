import { usable } from '../../src/card/usable.ts';
import type { AuthorityOperation, Books, RegisteredPerson, Said } from './books.ts';
import type { Person } from './person.ts';
import { feesOf, MAIN } from './visits.ts';

/** Which promise was broken (architecture.md, Commands). */
export type Breach = 'lost' | 'doubled' | 'unbalanced';

export interface Violation {
  readonly breach: Breach;
  /** One sentence with the invariant's id. */
  readonly what: string;
  readonly reference: string | null;
}

/** What is known of a case when nothing is under way any more. */
export interface Evidence {
  readonly person: Person;
  readonly said: readonly Said[];
  readonly before: Books;
  readonly after: Books;
}

const ACCEPTED: readonly string[] = ['done-here', 'accepted-not-yet-sent', 'sent-waiting-for-office'];
const DENIED: readonly string[] = ['refused', 'nothing-happened'];

/** Paper does not name the service in a word of ours. */
const ALL_MAIN = Object.values(MAIN).flat();

const isDone = ({ outcome }: AuthorityOperation): boolean => outcome.state === 'done';
/** Bookkeeping around a request, not what the resident came for. */
const isEffect = (kind: string | null): boolean => kind !== null && !kind.startsWith('payment.');

const lost = (what: string, reference: string | null = null): Violation => ({
  breach: 'lost',
  what,
  reference,
});
const doubled = (what: string, reference: string | null = null): Violation => ({
  breach: 'doubled',
  what,
  reference,
});
const unbalanced = (what: string, reference: string | null = null): Violation => ({
  breach: 'unbalanced',
  what,
  reference,
});

/** References a screen or paper called accepted. */
export const acceptedIn = (said: readonly Said[]): readonly string[] => [
  ...new Set(
    said
      .filter(({ state }) => ACCEPTED.includes(state) || state === 'partly-done')
      .map(({ reference }) => reference),
  ),
];

/** Everything that is not as it must be; empty where all is well. */
export const judge = (evidence: Evidence): readonly Violation[] => [
  ...promises(evidence),
  ...exactlyOnce(evidence),
  ...inTheRegistry(evidence),
  ...money(evidence),
  ...cardsOut(evidence),
  ...custody(evidence),
];

/** INV-4: what screen and paper said is so at the authority. */
function promises({ said, after }: Evidence): Violation[] {
  // Whoever begins again after a power cut may ask once more for what waits in the queue: it is done once, and what
  // was asked for again is decided, with an end state for operator and resident (INV-4).
  const doneBefore = (reference: string, promised: readonly string[]) =>
    after.operations.some((one) => one.receiptReference === reference && one.outcome.state === 'refused') &&
    after.operations.some((one) => promised.includes(one.kind ?? '') && isDone(one));
  return said.flatMap(({ reference, state, service, parts, on }) => {
    const promised = (service && MAIN[service]) ?? ALL_MAIN;
    const own = after.operations.filter((one) => one.receiptReference === reference && isDone(one));
    const did = (kind: string) => own.some((one) => one.kind === kind);
    const effects = own.filter(({ kind }) => isEffect(kind)).map(({ kind }) => kind);
    const says = (what: string) => lost(`INV-4 the ${on} says ${state}, ${what}`, reference);
    return [
      ...(ACCEPTED.includes(state) && !promised.some(did) && !doneBefore(reference, promised)
        ? [says(`the authority has done none of ${promised.join(', ')}`)]
        : []),
      ...(state === 'partly-done' && effects.length === 0 ? [says('the authority has done nothing')] : []),
      ...(DENIED.includes(state) && effects.length > 0
        ? [says(`the authority has done ${effects.join(', ')}`)]
        : []),
      ...(parts.includes('loss-reported') && !did('loss.report') ? [says('and no loss was reported')] : []),
      ...(parts.includes('loss-undone') && !did('loss.undo') ? [says('and no loss was undone')] : []),
      ...(parts.includes('new-card-not-made') && (did('card.request') || did('application.submit'))
        ? [says('and no card, but one is owed')]
        : []),
    ];
  });
}

/** INV-4: nothing was carried out twice under one reference. */
function exactlyOnce({ after }: Evidence): Violation[] {
  const seen = new Set<string>();
  return after.operations.filter(isDone).flatMap(({ kind, receiptReference }) => {
    const what = `${kind} ${receiptReference}`;
    if (!seen.has(what)) {
      seen.add(what);
      return [];
    }
    return kind === 'payment.refund' || receiptReference === null
      ? []
      : [doubled(`INV-4 ${kind} was done twice`, receiptReference)];
  });
}

/** INV-4: who reports the same card once more is told that it is done, and the card is blocked once. */
function lossReports(effects: number, done: number): Violation[] {
  const sentence = `INV-4 loss reports: ${effects} in the registry, ${done} operations done`;
  if (effects > done) return [doubled(sentence)];
  return done > 0 && effects === 0 ? [lost(sentence)] : [];
}

/** INV-4: the registry holds each effect as often as an operation was done. */
function inTheRegistry({ before, after }: Evidence): Violation[] {
  const count = (kind: string) => after.operations.filter((one) => one.kind === kind && isDone(one)).length;
  const more = (what: (person: RegisteredPerson) => number) =>
    sumOf(after.people, what) - sumOf(before.people, what);
  const differs = (what: string, effects: number, done: number): Violation[] => {
    if (effects === done) return [];
    const sentence = `INV-4 ${what}: ${effects} in the registry, ${done} operations done`;
    return [effects < done ? lost(sentence) : doubled(sentence)];
  };
  const mobiles = new Map(before.people.map(({ id, mobile }) => [id, mobile]));
  const moved = after.people.filter(({ id, mobile }) => mobiles.get(id) !== mobile).length;
  return [
    ...differs(
      'requests for a card',
      more(({ requests }) => requests.length),
      count('card.request') + count('application.submit'),
    ),
    ...lossReports(
      more((person) => eventsOf(person, ['temporary-loss-reported', 'formal-loss-reported'])),
      count('loss.report'),
    ),
    ...differs(
      'losses undone',
      more((person) => eventsOf(person, ['loss-undone'])),
      count('loss.undo'),
    ),
    ...(count('card.activate') > Math.max(0, more(active))
      ? [lost('INV-4 activated, and no card is active')]
      : []),
    ...(count('contact.change') > 0 && moved === 0
      ? [lost('INV-4 contact data changed, and the registry has the old')]
      : []),
  ];
}

const sumOf = (people: readonly RegisteredPerson[], what: (person: RegisteredPerson) => number): number =>
  people.reduce((sum, person) => sum + what(person), 0);
const eventsOf = ({ cards }: RegisteredPerson, wanted: readonly string[]): number =>
  cards.flatMap(({ history }) => history).filter(({ event }) => wanted.includes(event)).length;
const active = ({ cards }: RegisteredPerson): number =>
  cards.filter(({ financial }) => financial === 'active').length;

/** INV-1: money taken less money returned is the fees of what was delivered; one charge at most per request. */
function money({ person, said, before, after }: Evidence): Violation[] {
  const fees = feesOf(person.visit, person.resident);
  const known = new Set(before.orders.map(({ id }) => id));
  const orders = after.orders.filter(({ id }) => !known.has(id));
  const references = new Set([
    ...orders.map(({ receiptReference }) => receiptReference),
    ...after.operations.map(({ receiptReference }) => receiptReference),
  ]);
  const keptAll =
    after.acquirer.inFen - after.acquirer.outFen - before.acquirer.inFen + before.acquirer.outFen;
  const problems = [...references].flatMap((reference) => {
    const own = orders.filter((one) => one.receiptReference === reference);
    const kept = own.reduce((sum, { receivedFen, refundedFen }) => sum + receivedFen - refundedFen, 0);
    const did = (kind: string) =>
      after.operations.some((one) => one.kind === kind && one.receiptReference === reference && isDone(one));
    // A temporary report is free and has no order (LOSS-4); who comes back may make a formal one of it.
    const lossCosts = did('loss.report') && own.length > 0;
    const due = (lossCosts ? fees.loss : 0) + (did('card.request') ? fees.card : 0);
    const charged = own.filter(({ receivedFen, refundedFen }) => receivedFen > refundedFen).length;
    return [
      ...(kept === due ? [] : [unbalanced(`INV-1 kept ${kept} fen, delivered for ${due}`, reference)]),
      ...(charged > 1 ? [doubled(`INV-1 ${charged} orders were charged`, reference)] : []),
      ...moneySaid(said, reference, kept),
    ];
  });
  const keptHere = orders.reduce((sum, { receivedFen, refundedFen }) => sum + receivedFen - refundedFen, 0);
  if (keptAll !== keptHere)
    problems.push(unbalanced(`INV-1 the acquirer kept ${keptAll}, orders ${keptHere}`));
  return problems;
}

function moneySaid(said: readonly Said[], reference: string | null, kept: number): Violation[] {
  return said.flatMap((one) => {
    if (one.reference !== reference || one.money === null || one.money.state === 'unknown') return [];
    const expected = one.money.state === 'not-taken' ? 0 : one.money.keptFen;
    return kept === expected
      ? []
      : [
          unbalanced(
            `INV-1 the screen says ${one.money.state}, keeping ${expected}; kept are ${kept}`,
            reference,
          ),
        ];
  });
}

/** INV-2: no more cards out than were owed, never two that can be used, and none of them from nowhere. */
function cardsOut({ before, after }: Evidence): Violation[] {
  const out = after.issuer.taken.length - before.issuer.taken.length;
  const owed = after.operations.filter(
    ({ kind, outcome }) =>
      (kind === 'card.request' || kind === 'application.submit') && outcome.state === 'done',
  ).length;
  const two = after.people.filter(({ cards }) => cards.filter(usable).length > 1).map(({ id }) => id);
  return [
    ...(out > owed ? [doubled(`INV-2 ${out} cards came out, ${owed} were owed`)] : []),
    ...two.map((id) => doubled(`INV-2 ${id} has two usable cards`)),
  ];
}

/** INV-3, INV-5: ledger and machines agree, but for cards the ledger calls lost from sight. */
function custody({ before, after: { issuer, acceptor, ledger, operations }, said }: Evidence): Violation[] {
  const { blanks, ownCards, loaded, unexplained } = ledger;
  const outside = Object.entries(blanks)
    .filter(([place]) => place !== 'stock')
    .reduce((sum, [, cards]) => sum + cards, 0);
  const at = { blanks: blanks.unknown ?? 0, own: ownCards.unknown ?? 0 };
  const agree = (what: string, ledgers: number, real: number, slack: number): Violation[] =>
    ledgers > real || real - ledgers > slack
      ? [unbalanced(`INV-3 ${what}: ${ledgers} in the ledger, really ${real}, lost from sight ${slack}`)]
      : [];
  const kept = acceptor.bin.length - before.acceptor.bin.length;
  const switched = operations.some((one) => one.kind === 'card.switch' && isDone(one));
  const toldKept = said.some(({ parts }) => parts.includes('old-card-kept'));
  return [
    ...agree('stack', loaded - outside, issuer.stack.length, at.blanks),
    ...agree('bin', (blanks.rejected ?? 0) + (blanks.retained ?? 0), issuer.bin.length, at.blanks),
    ...agree('handed over', blanks['handed-over'] ?? 0, issuer.taken.length, at.blanks),
    ...agree('own cards kept', ownCards.retained ?? 0, acceptor.bin.length, at.own),
    ...agree('own cards given back', ownCards['given-back'] ?? 0, acceptor.taken.length, at.own),
    ...(unexplained > 0 ? [unbalanced(`INV-5 ${unexplained} cards without a reason`)] : []),
    ...(issuer.position !== 'none'
      ? [unbalanced(`INV-3 a card is left in the issuer (${issuer.position})`)]
      : []),
    ...(acceptor.position !== 'none'
      ? [unbalanced(`INV-5 a card is left in the acceptor (${acceptor.position})`)]
      : []),
    ...(toldKept && (kept !== 1 || !switched) ? [unbalanced('INV-5 the old card was said to be kept')] : []),
  ];
}
