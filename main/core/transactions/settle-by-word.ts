import type { IdempotencyKey, TransactionId } from '../../../src/brand.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { ActAnswer } from '../../../src/transaction/keyed-act.ts';
import { parseRequest, type RequestEntry } from '../../../src/transaction/request-entries.ts';
import { NO_FACTS } from '../../../src/transaction/request-step.ts';
import { actOf } from '../../../src/transaction/settle.ts';
import type { StoredRequest, StoredSingleAct } from '../store/journal-store.ts';
import { appendChecked } from './append-checked.ts';
import { readDecision } from './read-decision.ts';
import { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { closeSettled, isClosing } from './settle-open.ts';

/** What people found out about one unknown act. */
export interface WordOfPeople {
  readonly reference: string | null;
  /** The act's key; null: whichever is unknown of that request. */
  readonly key: string | null;
  readonly happened: boolean;
}

/** Why the journal stays as it is. */
export type NotSettled =
  | 'not-there'
  /** A resident is at it, or the outbox brings it: it is not unknown. */
  | 'under-way'
  | 'not-unknown'
  /** Only the acquirer says whether money was taken, and the centre asks it (INV-1). */
  | 'ask-the-acquirer'
  /** Only the sensors say where a card is (INV-3). */
  | 'look-at-the-machine'
  | 'journal-contradictory';

/** Writes down what became of an act that nobody answered for. Nothing is carried out again by it (INV-4). */
export function settleByWord(
  tools: RequestTools,
  live: readonly TransactionId[],
  word: WordOfPeople,
  recorded: (id: TransactionId) => void,
): Result<void, NotSettled> {
  const open = tools.store.journal.openTransactions();
  const found = open.find(({ reference }) => reference === word.reference);
  if (!found) return err('not-there');
  const { transactionId, course } = found;
  if (live.includes(transactionId) || course === 'queued') return err('under-way');
  const answer: ActAnswer = { result: word.happened ? 'done' : 'void' };
  const settled =
    course === 'request'
      ? settleRequestAct(tools, found, word.key, answer)
      : settleImmediateAct(tools, found, word.key, answer);
  if (settled.ok) recorded(transactionId);
  return settled;
}

const isAbout = (asked: string | null, key: IdempotencyKey): boolean => asked === null || asked === key;

function settleImmediateAct(
  { store, timers, violated }: RequestTools,
  transaction: StoredSingleAct,
  asked: string | null,
  answer: ActAnswer,
): Result<void, NotSettled> {
  const decision = readDecision(store.journal, transaction, null);
  if (decision.kind === 'hand-to-technician') return err('journal-contradictory');
  if (decision.kind !== 'ask-authority' && decision.kind !== 'void-at-authority') return err('not-unknown');
  const { key } = decision;
  if (!isAbout(asked, key)) return err('not-there');
  store.transaction(() => {
    const entry = { kind: 'outcome', act: actOf(transaction.service), key, detail: answer } as const;
    appendChecked(store.journal, transaction, entry, timers.now(), violated);
    const closing = readDecision(store.journal, transaction, null);
    if (!isClosing(closing)) throw new Error(`${entry.act} was answered and is not closed`);
    closeSettled(store, transaction, closing, timers.now());
  });
  return ok(undefined);
}

function settleRequestAct(
  tools: RequestTools,
  request: StoredRequest,
  asked: string | null,
  answer: ActAnswer,
): Result<void, NotSettled> {
  const record = new RequestRecord(tools, request);
  const undeliverable = tools.store.deadLetters.notTakenIn(request.transactionId);
  const step = record.step({ ...NO_FACTS, undeliverable });
  switch (step.kind) {
    case 'ask-authority':
    case 'void-at-authority': {
      const entry = unknownEntry(tools, request, step.key, answer);
      if (entry === null || !isAbout(asked, step.key)) return err('not-there');
      record.writeAndFollow(entry);
      return ok(undefined);
    }
    case 'ask-payment':
      return err('ask-the-acquirer');
    case 'read-issuer':
    case 'read-acceptor':
    case 'to-bin':
      return err('look-at-the-machine');
    case 'hand-to-technician':
      return err('journal-contradictory');
    default:
      return err('not-unknown');
  }
}

const ASKED_ACTS = ['loss', 'submit', 'bind'] as const;

/** The outcome of the act that was begun under this key; null where none of these was. */
function unknownEntry(
  { store }: RequestTools,
  { transactionId, service }: StoredRequest,
  key: IdempotencyKey,
  answer: ActAnswer,
): RequestEntry | null {
  const journal = parseRequest(service, store.journal.entries(transactionId));
  const begun = journal.ok ? journal.value.entries.find((entry) => entry.key === key) : undefined;
  const act = ASKED_ACTS.find((one) => one === begun?.act);
  return act === undefined ? null : { kind: 'outcome', act, key, detail: answer };
}
