import type { TokenAnswer } from '../../src/contracts/central/enrolment.ts';
import type { Clock, Entropy } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import { instantIn, instantNow } from '../moments.ts';
import { randomToken, sha256 } from '../secrets.ts';

const LIFE_SECONDS = 600;

/** Issues a token for ten minutes. It means nothing by itself and is kept as a hash, so it can be taken back. */
export async function issueAccessToken(
  queries: Queries,
  clock: Clock,
  entropy: Entropy,
  kioskId: string,
): Promise<TokenAnswer> {
  const accessToken = randomToken(entropy);
  const now = instantNow(clock);
  await queries.deleteFrom('access_token').where('expires_at', '<=', now).execute();
  await queries.deleteFrom('used_assertion').where('expires_at', '<=', now).execute();
  await queries
    .insertInto('access_token')
    .values({
      token_hash: sha256(accessToken),
      kiosk_id: kioskId,
      expires_at: instantIn(clock, LIFE_SECONDS),
    })
    .execute();
  return { accessToken, expiresInSeconds: LIFE_SECONDS };
}

/** The kiosk behind a token, and what became of it since the token was issued. */
export interface TokenHolder {
  readonly kioskId: string;
  readonly revoked: boolean;
  readonly givenUp: boolean;
}

/** Who shows an `Authorization` header, by one read; null: absent, unknown, expired. */
export async function kioskOfToken(
  queries: Queries,
  clock: Clock,
  authorization: string | undefined,
): Promise<TokenHolder | null> {
  const token = /^Bearer ([\w-]{20,100})$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  const row = await queries
    .selectFrom('access_token')
    .leftJoin('kiosk', 'kiosk.kiosk_id', 'access_token.kiosk_id')
    .leftJoin('decommission', 'decommission.kiosk_id', 'access_token.kiosk_id')
    .select(['access_token.kiosk_id', 'kiosk.revoked_at', 'decommission.at as given_up_at'])
    .where('token_hash', '=', sha256(token))
    .where('expires_at', '>', instantNow(clock))
    .executeTakeFirst();
  return row === undefined
    ? null
    : { kioskId: row.kiosk_id, revoked: row.revoked_at !== null, givenUp: row.given_up_at !== null };
}
