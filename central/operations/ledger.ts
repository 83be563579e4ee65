import {
  type Operation,
  type OperationOutcome,
  operationOutcome,
} from '../../src/contracts/central/operations.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { sharedCommit } from '../http/shared-commit.ts';
import { instantNow } from '../moments.ts';
import { bodyDigest } from './body-digest.ts';

/** Why an operation was not even received: nothing is kept, the key stays free. */
export type NotReceived = 'pin-block-unreadable' | 'account-unknown' | 'audit-records-missing';

/** Carries an operation out within the given transaction. */
export type CarryOut = (
  queries: Queries,
  kioskId: string,
  key: string,
  body: Operation,
) => Promise<Result<OperationOutcome, NotReceived>>;

interface Sent {
  readonly kioskId: string;
  readonly key: string;
  readonly body: Operation;
}

const VOID: OperationOutcome = { state: 'void' };

const outcomeOf = (row: { outcome: string }): OperationOutcome =>
  operationOutcome.parse(JSON.parse(row.outcome));

const receiptReferenceOf = (body: Operation): string | null =>
  body.kind === 'audit.append' ? null : body.receiptReference;

/** Claims the key for this caller; false where somebody had it before. Two callers at once: one gets it. */
async function claim(queries: Queries, row: Tables['operation']): Promise<boolean> {
  const inserted = await queries
    .insertInto('operation')
    .values(row)
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

const find = (queries: Queries, key: string) =>
  queries.selectFrom('operation').selectAll().where('idempotency_key', '=', key).executeTakeFirst();

const keep = (queries: Queries, key: string, outcome: OperationOutcome) =>
  queries
    .updateTable('operation')
    .set({ state: outcome.state, outcome: JSON.stringify(outcome) })
    .where('idempotency_key', '=', key)
    .execute();

/**
 * The idempotent half of INV-4. Key, effect and outcome are one commit: after any crash either all of them are
 * there or none, and a repeated key finds the outcome and does nothing. Keys live as long as their operation.
 */
export function operationLedger({ queries, clock }: Foundations, carryOut: CarryOut) {
  const newRow = (key: string, kioskId: string, outcome: OperationOutcome): Tables['operation'] => ({
    idempotency_key: key,
    kiosk_id: kioskId,
    kind: null,
    body_digest: null,
    receipt_reference: null,
    state: outcome.state,
    outcome: JSON.stringify(outcome),
    received_at: instantNow(clock),
  });

  async function put(
    q: Queries,
    { kioskId, key, body }: Sent,
  ): Promise<Result<OperationOutcome, 'key-reused' | NotReceived>> {
    const digest = bodyDigest(body);
    const received: OperationOutcome = { state: 'in-progress' };
    const claimed = await claim(q, {
      ...newRow(key, kioskId, received),
      kind: body.kind,
      body_digest: digest,
      receipt_reference: receiptReferenceOf(body),
    });
    if (!claimed) {
      const before = await find(q, key);
      if (!before) throw new Error('an operation vanished inside a transaction');
      if (before.body_digest !== null && before.body_digest !== digest) return err('key-reused');
      return ok(outcomeOf(before));
    }
    const done = await carryOut(q, kioskId, key, body);
    if (done.ok) await keep(q, key, done.value);
    else await q.deleteFrom('operation').where('idempotency_key', '=', key).execute();
    return done;
  }

  return {
    /** Carried out once, however often it arrives; `key-reused` where the key came with another body. */
    put: (kioskId: string, key: string, body: Operation) =>
      inTransaction(queries, (q) => put(q, { kioskId, key, body })),

    /** The same, in one commit with others that come within a moment: for trails, which nobody waits for. */
    putTogether: sharedCommit(queries, async (q, all: readonly Sent[]) => {
      const outcomes: Awaited<ReturnType<typeof put>>[] = [];
      for (const sent of all) outcomes.push(await put(q, sent));
      return outcomes;
    }),

    /** What became of a key. `never-received` is no promise: the request may still be on its way. */
    get: async (key: string): Promise<OperationOutcome> => {
      const row = await find(queries, key);
      return row ? outcomeOf(row) : { state: 'never-received' };
    },

    /** Makes sure a key that was never received has no effect later; says what became of it where it was. */
    void: (kioskId: string, key: string): Promise<OperationOutcome> =>
      inTransaction(queries, async (q) => {
        if (await claim(q, newRow(key, kioskId, VOID))) return VOID;
        const before = await find(q, key);
        if (!before) throw new Error('an operation vanished inside a transaction');
        return outcomeOf(before);
      }),
  };
}
export type OperationLedger = ReturnType<typeof operationLedger>;
