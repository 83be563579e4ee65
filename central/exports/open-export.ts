import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { compactDecrypt, errors, importJWK } from 'jose';
import { EXPORT_ENCRYPTION } from '../../src/contracts/central/export-key.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { PrivateExportKey } from '../data-directory.ts';

/** A kiosk keeps 50 MB of logs; more than this was not written by one. Bytes. */
const LONGEST_PLAINTEXT = 500_000_000;

/** Opens what a kiosk put on a stick: one JSON value a line. The error is one sentence for the operator. */
export async function openExport(
  sealed: string,
  privateKey: PrivateExportKey,
): Promise<Result<string, string>> {
  const { alg, enc, cty } = EXPORT_ENCRYPTION;
  try {
    const key = await importJWK({ ...privateKey }, alg);
    const { plaintext, protectedHeader } = await compactDecrypt(sealed.trim(), key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: [enc],
    });
    if (protectedHeader.cty !== cty)
      return err('This file was enciphered for us, but is no export of a kiosk.');
    const text = await promisify(gunzip)(plaintext, { maxOutputLength: LONGEST_PLAINTEXT });
    return ok(text.toString('utf8'));
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed)
      return err('The file is damaged, or was enciphered for another centre.');
    if (error instanceof errors.JOSEError) return err('This is no export of a kiosk, or only a part of one.');
    if (error instanceof Error && 'code' in error) return err('What the file holds is damaged.');
    throw error;
  }
}
