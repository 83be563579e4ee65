import { inTransaction } from '../../database/in-transaction.ts';
import type { Foundations } from '../../foundations.ts';
import { instantIn } from '../../moments.ts';
import { chanceOf } from './chance.ts';
import type { MadeUpKiosk } from './halls.ts';
import { silenceOf } from './keep-beats.ts';

const DAY_SECONDS = 86_400;

/** Puts the kiosks on the books. Their keys are made of chance: nobody can sign in as one of them. */
export async function enrolKiosks(
  { queries, clock }: Pick<Foundations, 'queries' | 'clock'>,
  kiosks: readonly MadeUpKiosk[],
  by: string,
): Promise<void> {
  await inTransaction(queries, async (q) => {
    for (const { kioskId, name, region, model, tags, ...rest } of kiosks) {
      const chance = chanceOf(`enrolment ${kioskId}`);
      const revoked = rest.plight === 'revoked';
      const gone = instantIn(clock, -silenceOf({ kioskId, name, region, model, tags, ...rest }));
      await q
        .insertInto('kiosk')
        .values({
          kiosk_id: kioskId,
          name,
          public_key: Buffer.from(chance.bytes(32)).toString('base64url'),
          enrolled_at: instantIn(clock, -chance.between(40, 220) * DAY_SECONDS),
          region,
          model,
          revoked_at: revoked ? gone : null,
          revoked_by: revoked ? by : null,
          revoked_because: revoked ? '夜间被盗，已报警' : null,
        })
        .execute();
      for (const tag of tags) await q.insertInto('kiosk_tag').values({ kiosk_id: kioskId, tag }).execute();
      if (rest.plight === 'given-up')
        await q
          .insertInto('decommission')
          .values({ kiosk_id: kioskId, at: gone, technician: 'T-0417', second_technician: 'T-0502' })
          .execute();
    }
  });
}
