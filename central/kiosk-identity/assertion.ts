import { decodeJwt, errors, importJWK, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { ASSERTION_AUDIENCE } from '../../src/contracts/central/enrolment.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';
import { keyStandingOf } from '../fleet/given-up.ts';
import { instantIn } from '../moments.ts';
import type { Proven } from './access-tokens.ts';

/** An assertion lives at most this long (src/contracts/central/enrolment.ts). */
const MAX_LIFE_SECONDS = 60;
/** A kiosk's clock may be off by this much. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** Names that Ed25519 has in a header. */
const ALGORITHMS = ['EdDSA', 'Ed25519'];

/**
 * The claims of an assertion that this key signed and that keep to `rules`; throws an error of jose's where it does
 * not. `publicKey` is the kiosk's, RFC 8037 `x`.
 */
export type ReadAssertion = (
  assertion: string,
  publicKey: string,
  rules: JWTVerifyOptions,
) => Promise<JWTPayload>;

/** Checked by WebCrypto, on another thread. */
const readWithJose: ReadAssertion = async (assertion, publicKey, rules) => {
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: publicKey }, 'EdDSA');
  return (await jwtVerify(assertion, key, rules)).payload;
};

const refused = err('assertion-invalid' as const);

/** The kiosk an assertion claims to be; nothing is proven yet. */
function claimedKiosk(assertion: string): string | null {
  try {
    return decodeJwt(assertion).iss ?? null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/**
 * Checks a kiosk's signed assertion: its own Ed25519 key, issuer and subject the kiosk, our audience, at most 60 s
 * of life. Answers whose it is; whether its `jti` was used before, `firstUse` says. A revoked kiosk is told that it is.
 */
export async function verifyAssertion(
  queries: Queries,
  clock: Clock,
  assertion: string,
  readAssertion: ReadAssertion = readWithJose,
): Promise<Result<Proven, 'assertion-invalid' | 'kiosk-revoked'>> {
  const kioskId = claimedKiosk(assertion);
  if (kioskId === null) return refused;
  const kiosk = await queries
    .selectFrom('kiosk')
    .select('public_key')
    .where('kiosk_id', '=', kioskId)
    .executeTakeFirst();
  if (!kiosk) return refused;
  const standing = await keyStandingOf(queries, kioskId);
  if (standing === 'given-up') return refused;
  try {
    const payload = await readAssertion(assertion, kiosk.public_key, {
      algorithms: ALGORITHMS,
      audience: ASSERTION_AUDIENCE,
      issuer: kioskId,
      subject: kioskId,
      requiredClaims: ['exp', 'iat', 'jti'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: MAX_LIFE_SECONDS,
      currentDate: new Date(clock.now()),
    });
    const { exp = 0, iat = 0, jti = '' } = payload;
    if (exp - iat > MAX_LIFE_SECONDS || jti === '') return refused;
    // Told to whoever has the key alone.
    return standing === 'revoked' ? err('kiosk-revoked') : ok({ kioskId, jti });
  } catch (error) {
    if (error instanceof errors.JOSEError) return refused;
    throw error;
  }
}

/** Remembers a `jti` for as long as its assertion could still be valid; false where it was used before. */
export async function firstUse(
  queries: Queries,
  clock: Clock,
  kioskId: string,
  jti: string,
): Promise<boolean> {
  const inserted = await queries
    .insertInto('used_assertion')
    .values({
      kiosk_id: kioskId,
      jti,
      expires_at: instantIn(clock, MAX_LIFE_SECONDS + 2 * CLOCK_TOLERANCE_SECONDS),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
