import { inTransaction } from '../../database/in-transaction.ts';
import type { Queries } from '../../database/tables.ts';
import { keepAlarms } from '../../fleet/alarms.ts';
import { deskDigest, heartbeatColumns } from '../../fleet/heartbeat-columns.ts';
import { keepKeptCards } from '../../fleet/kept-cards.ts';
import type { Foundations } from '../../foundations.ts';
import { instantIn } from '../../moments.ts';
import { keepStuckRequests } from '../../work/stuck-requests.ts';
import { chanceOf } from './chance.ts';
import type { MadeUpKiosk, Plight } from './halls.ts';
import { beatOf } from './kiosk-beat.ts';

const HEARTBEAT_SECONDS = 30;
/** How long ago a kiosk was heard that is out of hearing. */
const SILENT_SECONDS: Readonly<Partial<Record<Plight, number>>> = {
  'link-late': 260,
  'link-down': 19_000,
  revoked: 400_000,
  'given-up': 900_000,
};

/** Seconds since a made-up kiosk was last heard. */
export const silenceOf = ({ plight, kioskId }: MadeUpKiosk): number =>
  SILENT_SECONDS[plight] ?? chanceOf(`heard ${kioskId}`).between(0, HEARTBEAT_SECONDS);

/** Every kiosk beats, as far as it is in hearing: called again, the fleet is as it was and up to date. */
export async function keepBeats(
  { queries, clock }: Pick<Foundations, 'queries' | 'clock'>,
  kiosks: readonly MadeUpKiosk[],
): Promise<void> {
  for (const kiosk of kiosks) await inTransaction(queries, (q) => keepBeat(q, kiosk));

  async function keepBeat(q: Queries, kiosk: MadeUpKiosk): Promise<void> {
    const at = instantIn(clock, -silenceOf(kiosk));
    const said = beatOf(kiosk, Date.parse(at));
    const row = {
      received_at: at,
      body: JSON.stringify(said),
      ...heartbeatColumns(said),
      desk_digest: deskDigest(said),
    };
    await q
      .insertInto('heartbeat')
      .values({ kiosk_id: kiosk.kioskId, ...row })
      .onConflict((conflict) => conflict.column('kiosk_id').doUpdateSet(row))
      .execute();
    await keepAlarms(q, kiosk.kioskId, said.alarms, at);
    await keepKeptCards(q, kiosk.kioskId, said.keptCards);
    await keepStuckRequests(q, kiosk.kioskId, said.stuck, at);
    await q
      .updateTable('kiosk_configuration')
      .set({ polled_at: at })
      .where('kiosk_id', '=', kiosk.kioskId)
      .execute();
  }
}
