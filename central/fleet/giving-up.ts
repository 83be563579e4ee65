import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { keyStandingOf } from './given-up.ts';

/** `not-now`: nothing to decide, or decided already. `own-proposal`: the second person must be another. */
export type GivingUpTrouble = 'not-found' | 'not-now' | 'own-proposal';
type Outcome = Promise<Result<void, GivingUpTrouble>>;

const proposalOf = (q: Queries, kioskId: string) =>
  q.selectFrom('giving_up').selectAll().where('kiosk_id', '=', kioskId).executeTakeFirst();

/**
 * A kiosk that can no longer say itself that it is given up (burnt, scrapped, its disk dead) is marked so by two people:
 * its key opens nothing from then on, as if it had said so.
 */
export function givingUp({ queries, clock, changes }: Foundations) {
  const act = async (change: (q: Queries) => Outcome): Outcome => {
    const done = await inTransaction(queries, change);
    if (done.ok) await changes.announce({ about: 'console', what: 'fleet' });
    return done;
  };

  return {
    propose: (operatorId: string, kioskId: string, reason: string): Outcome =>
      act(async (q) => {
        const kiosk = await q
          .selectFrom('kiosk')
          .select('kiosk_id')
          .where('kiosk_id', '=', kioskId)
          .executeTakeFirst();
        if (!kiosk) return err('not-found');
        if ((await keyStandingOf(q, kioskId)) !== 'good') return err('not-now');
        const { numInsertedOrUpdatedRows } = await q
          .insertInto('giving_up')
          .values({ kiosk_id: kioskId, reason, proposed_by: operatorId, proposed_at: instantNow(clock) })
          .onConflict((conflict) => conflict.column('kiosk_id').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return err('not-now');
        await recordAct(q, clock, { operatorId, act: 'giving-up-proposed', subject: kioskId, detail: {} });
        return ok(undefined);
      }),

    confirm: (operatorId: string, kioskId: string): Outcome =>
      act(async (q) => {
        const proposal = await proposalOf(q, kioskId);
        if (!proposal) return err('not-now');
        if (proposal.proposed_by === operatorId) return err('own-proposal');
        await q.deleteFrom('giving_up').where('kiosk_id', '=', kioskId).execute();
        await q
          .insertInto('decommission')
          .values({
            kiosk_id: kioskId,
            at: instantNow(clock),
            technician: proposal.proposed_by,
            second_technician: operatorId,
          })
          .onConflict((conflict) => conflict.column('kiosk_id').doNothing())
          .execute();
        await q.deleteFrom('access_token').where('kiosk_id', '=', kioskId).execute();
        const detail = { proposedBy: proposal.proposed_by };
        await recordAct(q, clock, { operatorId, act: 'giving-up-confirmed', subject: kioskId, detail });
        return ok(undefined);
      }),

    withdraw: (operatorId: string, kioskId: string): Outcome =>
      act(async (q) => {
        const proposal = await proposalOf(q, kioskId);
        if (!proposal) return err('not-now');
        await q.deleteFrom('giving_up').where('kiosk_id', '=', kioskId).execute();
        const detail = { proposedBy: proposal.proposed_by };
        await recordAct(q, clock, { operatorId, act: 'giving-up-withdrawn', subject: kioskId, detail });
        return ok(undefined);
      }),
  };
}
