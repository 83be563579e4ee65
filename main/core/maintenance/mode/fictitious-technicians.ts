import { createECDH, createHash } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { Secret, TOTP } from 'otpauth';
import { day } from '../../../../src/calendar/calendar-day.ts';
import type {
  TechnicianList,
  TechnicianRole,
} from '../../../../src/contracts/maintenance/technician-list.ts';

/** Fictitious people of the demo and the tests; nothing of them opens a real kiosk. */
const TECHNICIANS = {
  'T-0417': { pin: '041704', roles: ['care', 'stock', 'keys'] },
  'T-0981': { pin: '098109', roles: ['care', 'stock', 'keys'] },
  'T-0100': { pin: '010001', roles: ['supervisor'] },
} as const satisfies Record<string, { readonly pin: string; readonly roles: readonly TechnicianRole[] }>;

export type FictitiousTechnician = keyof typeof TECHNICIANS;
/** By id. */
export const FICTITIOUS_TECHNICIANS = Object.keys(TECHNICIANS) as FictitiousTechnician[];

/** Cheap on purpose: a test signs in hundreds of times. A real list has the costs of its maker. */
const ARGON2_COSTS = { parallelism: 1, iterations: 1, memorySize: 256, hashLength: 32 } as const;
/** RFC 4226: the length of the secret is that of the hash. */
const SECRET_BYTES = 20;

const seed = (technician: FictitiousTechnician, what: string): Buffer =>
  createHash('sha256').update(`fictitious ${what} of ${technician}`).digest();

const totpSecret = (technician: FictitiousTechnician): string =>
  new Secret({ buffer: new Uint8Array(seed(technician, 'secret').subarray(0, SECRET_BYTES)).buffer }).base32;

/** Six digits. */
export const pinOf = (technician: FictitiousTechnician): string => TECHNICIANS[technician].pin;

/** What this technician's telephone shows at this moment; milliseconds since the epoch. */
export const oneTimeCode = (technician: FictitiousTechnician, now: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(totpSecret(technician)), timestamp: now });

/** P-256, as JWK; `d` is the private part. */
export interface CardKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** Private key of this technician's card. */
export function cardKeyOf(technician: FictitiousTechnician): CardKey {
  const card = createECDH('prime256v1');
  const secret = seed(technician, 'card');
  card.setPrivateKey(secret);
  const point = card.getPublicKey();
  return {
    kty: 'EC',
    crv: 'P-256',
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
}

/** The list as a kiosk has it. `issuedAt`: ISO 8601, UTC; a kiosk calls a list that is months old too old. */
export async function fictitiousTechnicians(issuedAt = '2026-01-01T00:00:00Z'): Promise<TechnicianList> {
  const technicians = await Promise.all(
    FICTITIOUS_TECHNICIANS.map(async (id) => {
      const { kty, crv, x, y } = cardKeyOf(id);
      const pin = await argon2id({
        ...ARGON2_COSTS,
        password: pinOf(id),
        salt: seed(id, 'salt').subarray(0, 16),
        outputType: 'encoded',
      });
      return {
        id,
        roles: [...TECHNICIANS[id].roles],
        validFrom: day('2026-01-01'),
        validTo: null,
        pin,
        totpSecret: totpSecret(id),
        cardKey: { kty, crv, x, y },
      };
    }),
  );
  return { version: 1, issuedAt, technicians };
}
