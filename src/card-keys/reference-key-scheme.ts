import type { ExternalAuthenticationRequest } from '../ports/social-card-reader.ts';
import { err, ok, type Result } from '../result.ts';
import { bytesFromHex, hexFromBytes } from './hex.ts';

/**
 * How a key service proves the kiosk to a 3.0 card, and the card to the kiosk.
 *
 * This is a REFERENCE scheme of this project, for virtual cards and the reference central service. The ministry's
 * scheme is not public (three levels root → city → card, and the card factor is disputed: protocols 1.7, 7.3). A
 * province puts its own service behind the same port; the order of factors below follows protocols 1.6 steps 5-9.
 *
 *   card key         Kcard    = SM4(master key, 卡的识别码)
 *   internal result  8 bytes  = SM4(Kcard, R2 ‖ R1), first half
 *   external data    16 bytes = SM4(Kcard, R4 ‖ R3)
 */

/** One block of SM4 (16-byte key, 16-byte block), enciphered. Injected: this folder does no cryptography itself. */
export type Sm4Block = (key: Uint8Array, block: Uint8Array) => Uint8Array;

/** Public on purpose: it opens virtual cards and nothing else. */
export const REFERENCE_MASTER_KEY = '59696B61746F6E675669727475616C31';

/** SM4 is the only algorithm of this scheme: `03` in the card's FCI (protocols 1.2). */
export const REFERENCE_ALGORITHM = '03';

const INTERNAL_RESULT_BYTES = 8;
const CHALLENGE_BYTES = 8;
const CARD_ID_BYTES = 16;

/** The card's own key; `cardId` is the 16-byte 卡的识别码. */
export const deriveCardKey = (sm4: Sm4Block, masterKey: Uint8Array, cardId: Uint8Array): Uint8Array =>
  sm4(masterKey, cardId);

/** What a genuine card answers to INTERNAL AUTHENTICATE (factor R2, source R1). */
export const internalResult = (
  sm4: Sm4Block,
  cardKey: Uint8Array,
  factor: Uint8Array,
  source: Uint8Array,
): Uint8Array => sm4(cardKey, joined(factor, source)).slice(0, INTERNAL_RESULT_BYTES);

/** What EXTERNAL AUTHENTICATE with key 0A (RKSSSE) must carry (factor R4, source R3). */
export const externalData = (
  sm4: Sm4Block,
  cardKey: Uint8Array,
  factor: Uint8Array,
  source: Uint8Array,
): Uint8Array => sm4(cardKey, joined(factor, source));

/**
 * The key service's answer to one request. `forged-card` when the card's internal result is not what its key
 * would give; `refused` for another algorithm or fields that are not hex of the right length.
 */
export function answerReferenceAuthentication(
  request: ExternalAuthenticationRequest,
  masterKey: Uint8Array,
  sm4: Sm4Block,
): Result<{ readonly externalData: string }, { readonly code: 'refused' | 'forged-card' }> {
  const cardId = bytesFromHex(request.cardId, CARD_ID_BYTES);
  const r1 = bytesFromHex(request.internalSource, CHALLENGE_BYTES);
  const r2 = bytesFromHex(request.internalFactor, CHALLENGE_BYTES);
  const r3 = bytesFromHex(request.externalSource, CHALLENGE_BYTES);
  const r4 = bytesFromHex(request.externalFactor, CHALLENGE_BYTES);
  if (request.algorithm !== REFERENCE_ALGORITHM || !cardId || !r1 || !r2 || !r3 || !r4) {
    return err({ code: 'refused' });
  }
  const cardKey = deriveCardKey(sm4, masterKey, cardId);
  const expected = hexFromBytes(internalResult(sm4, cardKey, r2, r1));
  // A card may answer a whole block: only the first 8 bytes count (protocols 1.6 step 5).
  if (request.internalResult.slice(0, expected.length).toUpperCase() !== expected) {
    return err({ code: 'forged-card' });
  }
  return ok({ externalData: hexFromBytes(externalData(sm4, cardKey, r4, r3)) });
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first, 0);
  whole.set(second, first.length);
  return whole;
}
