import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { DestinationStream } from 'pino';
import { dayInShanghai } from '../src/calendar/calendar-day.ts';
import { REFERENCE_PERSONALISATION_KEY } from '../src/card-keys/personalisation-keys.ts';
import { REFERENCE_MASTER_KEY } from '../src/card-keys/reference-key-scheme.ts';
import { ASSERTION_AUDIENCE } from '../src/contracts/central/enrolment.ts';
import type { ExportKey } from '../src/contracts/central/export-key.ts';
import type { FictitiousResident } from '../src/fictitious-residents/resident.ts';
import { fictitiousResident } from '../src/fictitious-residents/residents.ts';
import type { AuthorityPolicy } from './authority/reference-policy.ts';
import { benchDatabase } from './bench-database.ts';
import { benchPolicies } from './bench-policies.ts';
import { type Central, createCentral } from './central.ts';
import type { CentralOptions } from './central-options.ts';
import type { DrawPortrait } from './dev/seed.ts';

/** Sunday noon in Shanghai. */
export const BENCH_NOW = Date.parse('2026-11-22T04:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;
export const BENCH_PIN_KEY: Uint8Array = Buffer.from('0123456789ABCDEFFEDCBA9876543210', 'hex');

export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly headers: Headers;
  /** Parsed JSON; tests read fields of it by name. */
  readonly body: Record<string, unknown>;
}

export interface BenchOptions {
  /** What the authority decides otherwise than the bench's own policy. */
  readonly authorityPolicy?: Partial<AuthorityPolicy>;
  readonly dev?: boolean;
  readonly databasePath?: string;
  readonly drawPortrait?: DrawPortrait;
  readonly log?: DestinationStream;
  readonly pinKeys?: CentralOptions['pinKeys'];
  readonly exportKey?: ExportKey;
  readonly centreKeys?: CentralOptions['centreKeys'];
  readonly firstRoot?: string;
  readonly desk?: CentralOptions['desk'];
  readonly consolePage?: string;
}

const SILENT: DestinationStream = { write: () => undefined };

/** The service on a real port, with a clock of the test's and one enrolled kiosk. */
export async function centralBench(options: BenchOptions = {}) {
  let now = BENCH_NOW;
  const central: Central = await createCentral({
    ...(await benchDatabase(options.databasePath)),
    serviceKey: Buffer.alloc(32, 7),
    clock: { now: () => now },
    entropy: { bytes: (length) => randomBytes(length) },
    pinKeys: options.pinKeys ?? { PINKEY: BENCH_PIN_KEY },
    cardMasterKey: Buffer.from(REFERENCE_MASTER_KEY, 'hex'),
    blankMasterKey: Buffer.from(REFERENCE_PERSONALISATION_KEY, 'hex'),
    ...benchPolicies(options.authorityPolicy),
    dev: options.dev === false ? null : { drawPortrait: options.drawPortrait ?? null },
    log: options.log ?? SILENT,
    ...(options.exportKey && { exportKey: options.exportKey }),
    ...(options.centreKeys && { centreKeys: options.centreKeys }),
    ...(options.firstRoot !== undefined && { firstRoot: options.firstRoot }),
    ...(options.desk && { desk: options.desk }),
    ...(options.consolePage !== undefined && { consolePage: options.consolePage }),
  });
  const listening = await central.listen({ port: 0 });
  if (!listening.ok) throw new Error(listening.error);
  const { url } = listening.value;

  async function send(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const parsed = (await response.json()) as Record<string, unknown>;
    return { status: response.status, mediaType, headers: response.headers, body: parsed };
  }

  /** Enrols another kiosk and signs it in. */
  async function kiosk(name = 'bench kiosk') {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const { x = '' } = await exportJWK(publicKey);
    const { code } = await central.mintEnrolmentCode();
    const enrolment = { code, name, publicKey: { kty: 'OKP', crv: 'Ed25519', x } };
    const enrolled = await send('POST', '/v1/enrolments', enrolment);
    const kioskId = String(enrolled.body.kioskId);
    const assertion = (
      claims: { life?: number; audience?: string; jti?: string; issuedAt?: number } = {},
    ) => {
      const issuedAt = claims.issuedAt ?? Math.floor(now / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(kioskId)
        .setSubject(kioskId)
        .setAudience(claims.audience ?? ASSERTION_AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + (claims.life ?? 60))
        .setJti(claims.jti ?? randomBytes(12).toString('hex'))
        .sign(privateKey);
    };
    const signIn = async () =>
      String((await send('POST', '/v1/tokens', { assertion: await assertion() })).body.accessToken);
    const token = await signIn();
    return { kioskId, enrolment, enrolled, assertion, signIn, token, privateKey };
  }

  const first = await kiosk();
  let token = first.token;
  return {
    central,
    url,
    first,
    kiosk,
    send,
    /** As the enrolled kiosk. */
    call: (method: string, path: string, body?: unknown) => send(method, path, body, token),
    advance: (seconds: number) => {
      now += seconds * 1000;
    },
    /** So many days later the first kiosk signs in anew: its token is long over. */
    advanceDays: async (days: number) => {
      now += days * DAY_MS;
      token = await first.signIn();
    },
    now: () => now,
    resident: (id: string): FictitiousResident => {
      const found = fictitiousResident(dayInShanghai(now), id);
      if (!found) throw new Error(`no resident ${id}`);
      return found;
    },
    [Symbol.asyncDispose]: () => central.close(),
  };
}
export type CentralBench = Awaited<ReturnType<typeof centralBench>>;
