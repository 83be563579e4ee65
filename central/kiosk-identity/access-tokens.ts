import type { TokenAnswer } from '../../src/contracts/central/enrolment.ts';
import type { Clock, Entropy } from '../../src/ports/clock.ts';
import type { Queries } from '../database/tables.ts';
import { instantIn, instantNow } from '../moments.ts';
import { randomToken, sha256 } from '../secrets.ts';
import { firstUse } from './assertion.ts';

const LIFE_SECONDS = 600;

/** Who proved to be a kiosk, by an assertion with this `jti`. */
export interface Proven {
  readonly kioskId: string;
  readonly jti: string;
}

/**
 * Issues a token for ten minutes to each who proved who it is; null where the assertion was used before. A token means
 * nothing by itself and is kept as a hash, so it can be taken back. Within the caller's commit.
 */
export async function issueAccessTokens(
  q: Queries,
  clock: Clock,
  entropy: Entropy,
  proven: readonly Proven[],
): Promise<(TokenAnswer | null)[]> {
  const now = instantNow(clock);
  await q.deleteFrom('access_token').where('expires_at', '<=', now).execute();
  await q.deleteFrom('used_assertion').where('expires_at', '<=', now).execute();
  const answers: (TokenAnswer | null)[] = [];
  for (const { kioskId, jti } of proven) {
    if (!(await firstUse(q, clock, kioskId, jti))) {
      answers.push(null);
      continue;
    }
    const accessToken = randomToken(entropy);
    await q
      .insertInto('access_token')
      .values({
        token_hash: sha256(accessToken),
        kiosk_id: kioskId,
        expires_at: instantIn(clock, LIFE_SECONDS),
      })
      .execute();
    answers.push({ accessToken, expiresInSeconds: LIFE_SECONDS });
  }
  return answers;
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
