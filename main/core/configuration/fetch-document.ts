import { compactDecrypt, errors } from 'jose';
import type { AssignedDocument } from '../../../src/contracts/configuration/assignment.ts';
import { SEALED_KINDS } from '../../../src/contracts/configuration/document.ts';
import { MOST_STATEMENT_CHARACTERS } from '../../../src/contracts/configuration/keys.ts';
import { type DocumentAnswer, documentAnswer } from '../../../src/contracts/configuration/poll.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import type { UpdaterOptions, UpdaterPatience } from './updater-options.ts';

/** An answer is the text with its quotes escaped, or enciphered; bytes beyond that are not ours. */
const ANSWER_TO_TEXT = 2;
const ENVELOPE_BYTES = 20_000;

/**
 * The text of one document, as it came: nothing in it is read. `incomplete`: it did not come, came too slowly, was longer
 * than it was said to be, or does not open for this kiosk.
 */
export async function fetchDocument(
  { client, store }: Pick<UpdaterOptions, 'client' | 'store'>,
  { kind, sha256, length }: AssignedDocument,
  { leftMs, progress }: { readonly leftMs: number; readonly progress: UpdaterPatience['progress'] },
  signal: AbortSignal,
): Promise<Result<string, 'incomplete'>> {
  const longest = Math.min(length, MOST_STATEMENT_CHARACTERS);
  const answer = await client.call({
    method: 'GET',
    path: `/v1/configuration/documents/${sha256}`,
    answer: documentAnswer,
    deadlineMs: leftMs,
    longestAnswer: longest * ANSWER_TO_TEXT + ENVELOPE_BYTES,
    leastProgress: progress,
    saysNothingOfLink: true,
    signal,
  });
  if (!answer.ok) return err('incomplete');
  if (SEALED_KINDS.includes(kind)) return openSealed(answer.value, store);
  return answer.value.form === 'plain' ? ok(answer.value.statement) : err('incomplete');
}

/** A kind that has to be sealed is not taken in clear: whoever listens must never come to see it. */
async function openSealed(
  answer: DocumentAnswer,
  { sealingKey }: UpdaterOptions['store'],
): Promise<Result<string, 'incomplete'>> {
  if (answer.form !== 'sealed') return err('incomplete');
  try {
    const { plaintext } = await compactDecrypt(answer.jwe, sealingKey.load().privateKey, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return ok(new TextDecoder('utf-8', { ignoreBOM: true }).decode(plaintext));
  } catch (error) {
    // Not for this kiosk, or not as agreed.
    if (error instanceof errors.JOSEError || error instanceof DOMException || error instanceof TypeError)
      return err('incomplete');
    throw error;
  }
}
