import type { IdempotencyKey } from '../../../src/brand.ts';
import type { Operation, OperationOutcome } from '../../../src/contracts/central/operations.ts';
import type { RequestActEnd } from '../../../src/ports/card-transaction.ts';
import { type ActStage, answerOf } from '../../../src/transaction/keyed-act.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import { isPending, type RequestState } from '../../../src/transaction/request-state.ts';
import { givenBy } from './given.ts';
import type { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { settleRequestNow } from './settle-request-now.ts';

/** How long a lost answer is asked about while the resident waits, milliseconds. */
const ASK_PATIENCE_MS = 15_000;

type ActIntent = Extract<RequestEntry, { kind: 'intent'; act: 'loss' | 'submit' | 'bind' }>;

/** Rows 5, 7, 13: intent, one call, outcome. A lost answer is asked about by settling, never sent again. */
export async function actAtAuthority(
  tools: RequestTools,
  record: RequestRecord,
  intent: ActIntent,
  operation: Operation,
  stageOf: (state: RequestState) => ActStage,
  signal: AbortSignal,
): Promise<RequestActEnd> {
  const { store, operations, timers, crashPoint } = tools;
  const { act, key } = intent;
  crashPoint(`request-${act}-before-intent`);
  record.write(intent);
  crashPoint(`request-${act}-after-intent`);
  const answer = await operations.put(key, operation, signal);
  crashPoint(`request-${act}-after-act`);
  // Not one byte left this machine: nothing happened.
  const unsent = !answer.ok && answer.error.kind === 'link-down' && !answer.error.sent;
  const heard: OperationOutcome | null = answer.ok ? answer.value : unsent ? { state: 'void' } : null;
  const detail = heard === null ? null : answerOf(heard);
  if (detail !== null && detail.result !== 'in-progress') {
    const given = heard?.state === 'done' ? givenBy(heard.result) : null;
    store.transaction(() => {
      if (given) store.journal.given(record.request.transactionId, given);
      record.write({ kind: 'outcome', act, key, detail });
    });
  } else {
    await settleRequestNow(tools, record, {
      until: timers.elapsed() + ASK_PATIENCE_MS,
      waitForOutbox: false,
      enough: () => !isPending(stageOf(record.state())),
      signal,
    });
  }
  crashPoint(`request-${act}-after-outcome`);
  return endOf(stageOf(record.state()), store.journal.find(record.request.transactionId)?.given ?? null);
}

function endOf(
  act: ActStage,
  given: { readonly number: string | null; readonly day: string | null } | null,
): RequestActEnd {
  if (act.stage !== 'answered') return { state: 'unknown' };
  switch (act.answer.result) {
    case 'done':
      return { state: 'done', number: given?.number ?? null, day: given?.day ?? null };
    case 'refused':
      return { state: 'refused', code: act.answer.code };
    case 'void':
      return { state: 'nothing-happened' };
    case 'in-progress':
      return { state: 'unknown' };
  }
}

/** Key of the request the card is owed for. Throws before it was accepted. */
export function requestKey({ submit }: RequestState): IdempotencyKey {
  if (submit.stage !== 'answered' || submit.answer.result !== 'done') {
    throw new Error('no card is owed before the request was accepted');
  }
  return submit.key;
}
