import type { Queries } from '../database/tables.ts';
import { sha256 } from '../secrets.ts';
import type { SmsPurpose } from './codes.ts';

/**
 * Spends the proof that a mobile number was confirmed, for one operation alone (INFO-2). It does not grow old: an
 * application may wait for the link (APPLY-8). False where it was never given, belongs to another number or purpose, or
 * was used by another operation.
 */
export async function spendConfirmation(
  queries: Queries,
  confirmation: string,
  confirmed: { readonly mobile: string; readonly purpose: SmsPurpose },
  key: string,
): Promise<boolean> {
  const updated = await queries
    .updateTable('sms_challenge')
    .set({ used_by: key })
    .where('confirmation_hash', '=', sha256(confirmation))
    .where('mobile', '=', confirmed.mobile)
    .where('purpose', '=', confirmed.purpose)
    .where((either) => either.or([either('used_by', 'is', null), either('used_by', '=', key)]))
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}
