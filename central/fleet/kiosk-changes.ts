import type { KioskChange } from '../../src/contracts/console/fleet.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import { staleEverywhere } from '../director/fleet-generation.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { joinRollouts } from '../rollouts/join.ts';

const findKiosk = (q: Queries, kioskId: string) =>
  q.selectFrom('kiosk').selectAll().where('kiosk_id', '=', kioskId).executeTakeFirst();

/**
 * Name, region, model and tags, by which people and rollouts choose. A kiosk that comes into a region joins what was
 * rolled out there; one that leaves it keeps its place in every rollout it is in.
 */
export async function changeKiosk(
  { queries, clock, changes }: Foundations,
  operatorId: string,
  kioskId: string,
  { name, region, model, tags }: KioskChange,
): Promise<Result<void, 'not-found'>> {
  const own = [...new Set(tags)].sort();
  const changed = await inTransaction(queries, async (q): Promise<Result<void, 'not-found'>> => {
    const { numUpdatedRows } = await q
      .updateTable('kiosk')
      .set({ name, region, model })
      .where('kiosk_id', '=', kioskId)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return err('not-found');
    await q.deleteFrom('kiosk_tag').where('kiosk_id', '=', kioskId).execute();
    if (own.length > 0) {
      await q
        .insertInto('kiosk_tag')
        .values(own.map((tag) => ({ kiosk_id: kioskId, tag })))
        .execute();
    }
    // One that never polled joins with its first poll.
    const polled = await q
      .selectFrom('kiosk_configuration')
      .select('kiosk_id')
      .where('kiosk_id', '=', kioskId)
      .executeTakeFirst();
    if (polled) await joinRollouts(q, kioskId, instantNow(clock));
    const detail = { name, region, model, tags: own.join(' ') };
    await recordAct(q, clock, { operatorId, act: 'kiosk-changed', subject: kioskId, detail });
    return ok(undefined);
  });
  if (!changed.ok) return changed;
  await changes.announce({ about: 'kiosks', kioskIds: [kioskId] });
  await changes.announce({ about: 'console', what: 'fleet' });
  return changed;
}

/**
 * A stolen or lost kiosk: from this commit its key and its tokens open nothing, for ever, and every other kiosk learns
 * that its receipts count no more. Said again, it changes nothing.
 */
export async function revokeKiosk(
  { queries, clock, changes }: Foundations,
  operatorId: string,
  kioskId: string,
  reason: string,
): Promise<Result<void, 'not-found'>> {
  const revoked = await inTransaction(queries, async (q): Promise<Result<boolean, 'not-found'>> => {
    const kiosk = await findKiosk(q, kioskId);
    if (!kiosk) return err('not-found');
    if (kiosk.revoked_at !== null) return ok(false);
    await q
      .updateTable('kiosk')
      .set({ revoked_at: instantNow(clock), revoked_by: operatorId, revoked_because: reason })
      .where('kiosk_id', '=', kioskId)
      .execute();
    await q.deleteFrom('access_token').where('kiosk_id', '=', kioskId).execute();
    await q.deleteFrom('giving_up').where('kiosk_id', '=', kioskId).execute();
    await staleEverywhere(q);
    await recordAct(q, clock, { operatorId, act: 'kiosk-revoked', subject: kioskId, detail: {} });
    return ok(true);
  });
  if (!revoked.ok) return revoked;
  if (revoked.value) {
    await changes.announce({ about: 'every-kiosk' });
    await changes.announce({ about: 'console', what: 'fleet' });
  }
  return ok(undefined);
}
