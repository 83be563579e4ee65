import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type SealingKey, sealingKey } from '../../../src/contracts/configuration/poll.ts';
import type { Connection } from './connection.ts';
import type { PayloadCipher } from './payload-cipher.ts';

interface SealingKeyPair {
  readonly publicKey: SealingKey;
  readonly privateKey: KeyObject;
}

const PLACE = { table: 'sealing_key', row: '1' };

/** The key pair for which the centre enciphers sealed documents. Its private half lies sealed on disk. */
export class SealingKeyStore {
  readonly #connection: Connection;
  readonly #cipher: PayloadCipher;
  #loaded: SealingKeyPair | null = null;

  constructor(connection: Connection, cipher: PayloadCipher) {
    this.#connection = connection;
    this.#cipher = cipher;
  }

  /** The key pair; made and stored at the first call. */
  load(): SealingKeyPair {
    this.#loaded ??= this.#connection.transaction(() => this.#stored() ?? this.#create());
    return this.#loaded;
  }

  #stored(): SealingKeyPair | null {
    const row = this.#connection.get('SELECT * FROM sealing_key');
    if (!row) return null;
    const der = this.#cipher.open(row.sealed_private_key as Buffer, PLACE);
    try {
      return {
        publicKey: sealingKey.parse({ kty: 'EC', crv: 'P-256', x: row.public_x, y: row.public_y }),
        privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
      };
    } finally {
      der.fill(0);
    }
  }

  #create(): SealingKeyPair {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = sealingKey.parse(publicKey.export({ format: 'jwk' }));
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    this.#connection.run(
      'INSERT INTO sealing_key (only, public_x, public_y, sealed_private_key) VALUES (1, :x, :y, :sealed)',
      { x: jwk.x, y: jwk.y, sealed: this.#cipher.seal(der, PLACE) },
    );
    der.fill(0);
    return { publicKey: jwk, privateKey };
  }
}
