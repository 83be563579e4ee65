import type { ActAnswer } from '../../../src/transaction/keyed-act.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import type { StoredRequest } from '../store/journal-store.ts';
import type { Store } from '../store/open-store.ts';

type Outcome = Extract<RequestEntry, { kind: 'outcome' }>;
type Intent = Extract<RequestEntry, { kind: 'intent' }>;

/**
 * What belongs to an entry and is committed with it: where the card is now (INV-3) and the audit record. The same
 * for an entry of a live run and for one that settling learned from sensors or from the authority.
 */
export function recordConsequences(store: Store, request: StoredRequest, entry: RequestEntry): void {
  if (entry.kind === 'intent') ofIntent(store, request, entry);
  else ofOutcome(store, request, entry);
}

function ofIntent({ custody, audit }: Store, request: StoredRequest, entry: Intent): void {
  const names = { reference: request.reference, transaction: request.transactionId };
  if (entry.act === 'refund') {
    audit.record('refund-ordered', { ...names, fen: entry.detail.amountFen, reason: entry.detail.reason });
  }
  if (entry.act === 'present') {
    custody.move(entry.detail.card, 'gate', 'presented');
    audit.record('card-presented', { ...names, card: entry.detail.card });
  }
}

const worded = (answer: ActAnswer) => ({
  outcome: answer.result,
  code: answer.result === 'refused' ? answer.code : null,
});

function ofOutcome(store: Store, request: StoredRequest, entry: Outcome): void {
  const { custody, audit } = store;
  const names = { reference: request.reference, transaction: request.transactionId };
  switch (entry.act) {
    case 'charge': {
      const fen = entry.detail.items.reduce((sum, item) => sum + item.fen, 0);
      audit.record('request-opened', { ...names, service: request.service, fen });
      return;
    }
    case 'pay':
      if (entry.detail.result === 'open') audit.record('payment-order-created', names);
      else if (entry.detail.result === 'paid') {
        audit.record('payment-ended', { ...names, outcome: 'paid', fen: entry.detail.paidFen });
      } else audit.record('payment-ended', { ...names, outcome: entry.detail.why, fen: 0 });
      return;
    case 'loss':
      audit.record('loss-reported', { ...names, ...worded(entry.detail) });
      return;
    case 'submit':
      audit.record('request-accepted', { ...names, ...worded(entry.detail) });
      return;
    case 'bind': {
      const card = custody.inMachine('blank')?.card ?? null;
      audit.record('card-bound', { ...names, card, ...worded(entry.detail) });
      return;
    }
    case 'switch':
      audit.record('card-switched', { ...names, ...worded(entry.detail) });
      return;
    case 'personalise': {
      const { card, result, code } = entry.detail;
      audit.record('card-personalised', { ...names, card, outcome: result, code });
      return;
    }
    case 'take-blank':
    case 'to-bin':
    case 'present':
    case 'retain-old':
      ofMove(store, request, entry);
      return;
    case 'cancel':
    case 'refund':
    case 'deliver':
    case 'print-receipt':
      return;
  }
}

type Move = Extract<Outcome, { act: 'take-blank' | 'to-bin' | 'present' | 'retain-old' }>;

function ofMove({ custody, cardOwners, audit, journal }: Store, request: StoredRequest, entry: Move): void {
  const names = { reference: request.reference, transaction: request.transactionId };
  const { code } = entry.detail;
  switch (entry.act) {
    case 'take-blank': {
      const { card, result } = entry.detail;
      const reached = code === 'gate' ? 'gate' : 'chip-station';
      const places = {
        'at-chip-station': reached,
        'nothing-moved': 'stock',
        'unknown-place': 'unknown',
      } as const;
      custody.move(card, places[result], code ?? result);
      audit.record('blank-taken', { ...names, card, outcome: result, code });
      return;
    }
    case 'present': {
      const { card, result } = entry.detail;
      if (result === 'taken') custody.move(card, 'handed-over', 'taken-by-its-owner');
      if (result === 'unknown') custody.move(card, 'unknown', code ?? 'presented');
      if (result === 'not-taken' && code === 'ic') custody.move(card, 'chip-station', 'never-moved');
      audit.record('card-handed-over', { ...names, card, outcome: result, code });
      return;
    }
    case 'to-bin': {
      const { card, result } = entry.detail;
      const as = intendedAs(journal.entries(request.transactionId), card);
      if (result === 'binned') custody.move(card, as, code ?? as);
      if (result === 'unknown-place') custody.move(card, 'unknown', code ?? 'bin');
      audit.record(as === 'rejected' ? 'card-rejected' : 'card-retained', {
        ...names,
        card,
        outcome: result,
        code,
      });
      return;
    }
    case 'retain-old': {
      const { result } = entry.detail;
      const own = custody.inMachine('resident');
      if (own && result === 'kept') {
        custody.move(own.card, 'retained', request.service);
        cardOwners.note(own.card, { reference: request.reference });
      }
      if (own && result === 'unknown-place') custody.move(own.card, 'unknown', code ?? 'retaining');
      audit.record('old-card-retained', { ...names, outcome: result, code });
    }
  }
}

/** The last intent to bin a card says what it goes there as. */
function intendedAs(entries: readonly unknown[], card: string): 'rejected' | 'retained' {
  const intents = entries as readonly RequestEntry[];
  const last = intents.findLast(
    (entry) => entry.act === 'to-bin' && entry.kind === 'intent' && entry.detail.card === card,
  );
  return last?.act === 'to-bin' && last.kind === 'intent' ? last.detail.as : 'rejected';
}
