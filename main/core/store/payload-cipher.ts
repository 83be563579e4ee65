import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { Entropy } from '../../../src/ports/clock.ts';

const LAYOUT = 1;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

/** Where a sealed value belongs: bound in as associated data, so a row cannot be moved to another place. */
export interface RowIdentity {
  readonly table: string;
  readonly row: string;
}

/** A sealed value does not open: another key, another row, or damaged bytes. Never a normal state. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * AES-256-GCM for payloads and HMAC-SHA-256 for look-ups, both keyed from one master key by HKDF.
 * Sealed layout: 1 byte layout number, 8 bytes key id, 12 bytes nonce, ciphertext, 16 bytes tag.
 */
export class PayloadCipher {
  readonly keyId: string;
  // Key objects: Node makes anew what it needs of plain bytes at each use.
  readonly #sealing: KeyObject;
  readonly #lookUp: KeyObject;
  readonly #entropy: Entropy;

  /** `masterKey` is 32 bytes. */
  constructor(masterKey: Uint8Array, entropy: Entropy) {
    if (masterKey.length !== 32) throw new Error('the store key must be 32 bytes');
    this.#entropy = entropy;
    this.#sealing = createSecretKey(derive(masterKey, 'yikatong payload sealing v1'));
    this.#lookUp = createSecretKey(derive(masterKey, 'yikatong keyed look-up v1'));
    this.keyId = createHash('sha256')
      .update(derive(masterKey, 'yikatong key id v1'))
      .digest()
      .subarray(0, KEY_ID_BYTES)
      .toString('hex');
  }

  seal(plain: Uint8Array, place: RowIdentity): Buffer {
    const nonce = this.#entropy.bytes(NONCE_BYTES);
    const header = Buffer.concat([Buffer.of(LAYOUT), Buffer.from(this.keyId, 'hex'), nonce]);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce);
    cipher.setAAD(associated(header, place));
    return Buffer.concat([header, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws `SealBroken` where the value was not sealed by this key for this row. */
  open(sealed: Uint8Array, place: RowIdentity): Buffer {
    if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] !== LAYOUT) {
      throw new SealBroken(`${place.table}: not a sealed value`);
    }
    const bytes = Buffer.from(sealed);
    const header = bytes.subarray(0, HEADER_BYTES);
    const keyId = header.subarray(1, 1 + KEY_ID_BYTES).toString('hex');
    if (keyId !== this.keyId) throw new SealBroken(`${place.table}: sealed under key ${keyId}`);
    const decipher = createDecipheriv('aes-256-gcm', this.#sealing, header.subarray(1 + KEY_ID_BYTES));
    decipher.setAAD(associated(header, place));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw new SealBroken(`${place.table}: the value was changed or moved`, { cause });
    }
  }

  /** The same where a value that was changed on disk can be had again from elsewhere: null instead of an error. */
  openIfSound(sealed: Uint8Array, place: RowIdentity): Buffer | null {
    try {
      return this.open(sealed, place);
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  /** Look-ups go by this: equal input gives equal bytes, and nobody without the key can go back or try. */
  keyedHash(subject: string, value: string): Buffer {
    return createHmac('sha256', this.#lookUp).update(`${subject}\0${value}`).digest();
  }
}

function derive(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), purpose, 32));
}

function associated(header: Uint8Array, place: RowIdentity): Buffer {
  return Buffer.concat([header, Buffer.from(`${place.table}\0${place.row}`)]);
}
