import { CompactEncrypt, errors, importJWK } from 'jose';
import { SEALED_KINDS } from '../../src/contracts/configuration/document.ts';
import { type DocumentAnswer, type SealingKey, sealingKey } from '../../src/contracts/configuration/poll.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { Queries } from '../database/tables.ts';

/** Enciphers for one kiosk alone: nobody who listens on the way, or holds another kiosk's token, learns it. */
async function sealFor(key: SealingKey, text: string): Promise<Result<string, 'invalid-request'>> {
  try {
    const recipient = await importJWK(key, 'ECDH-ES+A256KW');
    const jwe = await new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
      .encrypt(recipient);
    return ok(jwe);
  } catch (error) {
    // Numbers of the agreed length that are no point of the curve: WebCrypto says so by a DOMException.
    if (error instanceof errors.JOSEError || error instanceof DOMException) return err('invalid-request');
    throw error;
  }
}

/** A document that this kiosk's present assignment names; anybody else, and anything else, finds nothing. */
export async function documentFor(
  q: Queries,
  kioskId: string,
  sha256: string,
): Promise<Result<DocumentAnswer, 'not-found' | 'invalid-request'>> {
  const found = await q
    .selectFrom('kiosk_document as given')
    .innerJoin('kiosk_assignment as now', (join) =>
      join.onRef('now.kiosk_id', '=', 'given.kiosk_id').onRef('now.version', '=', 'given.assignment'),
    )
    .innerJoin('configuration_document as document', 'document.sha256', 'given.sha256')
    .innerJoin('kiosk_configuration as told', 'told.kiosk_id', 'given.kiosk_id')
    .where('given.kiosk_id', '=', kioskId)
    .where('given.sha256', '=', sha256)
    .select(['document.kind', 'document.statement', 'told.sealing_key'])
    .executeTakeFirst();
  if (found === undefined) return err('not-found');
  const { kind, statement, sealing_key } = found;
  if (!SEALED_KINDS.includes(kind)) return ok({ form: 'plain', statement });
  const sealed = await sealFor(sealingKey.parse(JSON.parse(sealing_key)), statement);
  return sealed.ok ? ok({ form: 'sealed', jwe: sealed.value }) : sealed;
}
