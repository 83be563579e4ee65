import type { EnrolmentRequest } from '../../src/contracts/central/enrolment.ts';
import type { Clock, Entropy } from '../../src/ports/clock.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';
import { instantNow } from '../moments.ts';
import { randomHex } from '../secrets.ts';
import { enrolmentCodeHash } from './enrolment-codes.ts';

const ED25519_KEY_BYTES = 32;

/**
 * Enrols a kiosk with a one-time code. The same code with the same key gives the same answer again, so a lost
 * answer does not cost a code; with another key it is refused. Within the caller's commit.
 */
export async function enrol(
  q: Queries,
  clock: Clock,
  entropy: Entropy,
  request: EnrolmentRequest,
): Promise<
  Result<{ readonly kioskId: string }, 'enrolment-code-invalid' | 'invalid-request' | 'kiosk-revoked'>
> {
  const publicKey = request.publicKey.x;
  const bytes = Buffer.from(publicKey, 'base64url');
  if (bytes.length !== ED25519_KEY_BYTES || bytes.toString('base64url') !== publicKey) {
    return err('invalid-request');
  }
  const now = instantNow(clock);
  const code = await q
    .selectFrom('enrolment_code')
    .selectAll()
    .where('code_hash', '=', enrolmentCodeHash(request.code))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!code) return err('enrolment-code-invalid');
  if (await isRevokedKey(q, publicKey)) return err('kiosk-revoked');
  if (code.used_by !== null) {
    const kiosk = await q
      .selectFrom('kiosk')
      .select(['kiosk_id', 'public_key'])
      .where('kiosk_id', '=', code.used_by)
      .executeTakeFirst();
    return kiosk?.public_key === publicKey ? ok({ kioskId: kiosk.kiosk_id }) : err('enrolment-code-invalid');
  }
  const kioskId = `kiosk-${randomHex(entropy, 6)}`;
  await q
    .insertInto('kiosk')
    .values({
      kiosk_id: kioskId,
      // The desk gave the code for one place: it says what that place is called, and where and what it is.
      name: code.name ?? request.name,
      public_key: publicKey,
      enrolled_at: now,
      region: code.region,
      model: code.model,
    })
    .execute();
  await q
    .updateTable('enrolment_code')
    .set({ used_by: kioskId })
    .where('code_hash', '=', code.code_hash)
    .execute();
  return ok({ kioskId });
}

/** A key of a kiosk that was revoked opens nothing for ever, a new code included. */
const isRevokedKey = async (q: Queries, publicKey: string): Promise<boolean> =>
  (await q
    .selectFrom('kiosk')
    .select('kiosk_id')
    .where('public_key', '=', publicKey)
    .where('revoked_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;
