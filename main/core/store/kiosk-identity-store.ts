import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { KioskId } from '../../../src/brand.ts';
import type { Connection } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';

export interface KioskIdentity {
  /** Given by the centre at enrolment; null before it. */
  readonly kioskId: KioskId | null;
  readonly publicKey: { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };
  readonly privateKey: KeyObject;
}

const PLACE = { table: 'kiosk_identity', row: '1' };
const publicJwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/** Who this kiosk is to the centre. The private key never leaves this process and lies sealed on disk. */
export class KioskIdentityStore {
  readonly #connection: Connection;
  readonly #cipher: PayloadCipher;
  #loaded: KioskIdentity | null = null;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.#cipher = cipher;
  }

  /** The identity; its key pair is made and stored at the first call. */
  load(): KioskIdentity {
    this.#loaded ??= this.#connection.transaction(() => this.#stored() ?? this.#create());
    return this.#loaded;
  }

  enrolled(kioskId: KioskId): void {
    this.load();
    this.#connection.run('UPDATE kiosk_identity SET kiosk_id = :kioskId', { kioskId });
    this.#loaded = null;
  }

  #stored(): KioskIdentity | null {
    const row = this.#connection.get('SELECT * FROM kiosk_identity');
    if (!row) return null;
    const der = this.#cipher.open(row.sealed_private_key as Buffer, PLACE);
    try {
      return {
        kioskId: row.kiosk_id === null ? null : (String(row.kiosk_id) as KioskId),
        publicKey: { kty: 'OKP', crv: 'Ed25519', x: String(row.public_x) },
        privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
      };
    } finally {
      der.fill(0);
    }
  }

  #create(): KioskIdentity {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const jwk = publicJwk.parse(publicKey.export({ format: 'jwk' }));
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    this.#connection.run(
      'INSERT INTO kiosk_identity (only, public_x, sealed_private_key) VALUES (1, :x, :sealed)',
      { x: jwk.x, sealed: this.#cipher.seal(der, PLACE) },
    );
    der.fill(0);
    return { kioskId: null, publicKey: jwk, privateKey };
  }
}
