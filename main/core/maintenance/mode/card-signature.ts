import { createPublicKey, verify } from 'node:crypto';
import type { Technician } from '../../../../src/contracts/maintenance/technician-list.ts';
import { TECHNICIAN_CHALLENGE_PREFIX } from '../../../../src/ports/technician-card.ts';

/** Bytes of a challenge. */
export const CHALLENGE_BYTES = 32;

/** Whether the card that answered holds this technician's key. */
export function signedByCard(
  key: NonNullable<Technician['cardKey']>,
  challenge: Uint8Array,
  signature: string,
): boolean {
  if (!/^[0-9A-F]{128}$/.test(signature)) return false;
  const publicKey = publicKeyOf(key);
  if (publicKey === null) return false;
  const signed = Buffer.concat([Buffer.from(TECHNICIAN_CHALLENGE_PREFIX), challenge]);
  return verify(
    'sha256',
    signed,
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'hex'),
  );
}

/** Null where the list names a point that is not on the curve. */
function publicKeyOf(key: NonNullable<Technician['cardKey']>) {
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
