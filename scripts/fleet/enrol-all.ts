import { enrolmentAnswer } from '../../src/contracts/central/enrolment.ts';
import { codesAnswer } from '../../src/contracts/console/kiosk-codes.ts';
import type { Person } from './desk.ts';
import { KioskKey } from './identity.ts';
import type { FleetLink } from './link.ts';

export interface Enrolled {
  readonly kioskId: string;
  readonly key: KioskKey;
}

/** Most codes in one request of the console. */
const CODES_AT_ONCE = 500;
/** Enrolments that are under way beside each other. */
const LANES = 32;
const DEADLINE_MS = 30_000;

/** Regions of the made-up province: the rollout goes by them. */
export const REGIONS = ['north', 'south', 'west', 'east', 'middle'] as const;

/** Codes from the desk, region by region, then every kiosk makes itself known with a key of its own. */
export async function enrolAll(kiosks: number, fleetDesk: Person, link: FleetLink): Promise<Enrolled[]> {
  const codes: string[] = [];
  for (const [at, region] of REGIONS.entries()) {
    let wanted = Math.floor(kiosks / REGIONS.length) + (at < kiosks % REGIONS.length ? 1 : 0);
    for (; wanted > 0; wanted -= CODES_AT_ONCE) {
      const count = Math.min(wanted, CODES_AT_ONCE);
      const request = { count, name: `大厅 ${region}`, region, model: 'YK-1', validDays: 1 };
      const minted = await fleetDesk.ask('POST', 'fleet/enrolment-codes', codesAnswer, request);
      codes.push(...minted.codes.map(({ code }) => code));
    }
  }
  const enrolled: Enrolled[] = [];
  const waiting = codes.entries();
  const lane = async () => {
    for (const [number, code] of waiting) enrolled.push(await enrolOne(number, code, link));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return enrolled;
}

async function enrolOne(number: number, code: string, link: FleetLink): Promise<Enrolled> {
  const key = new KioskKey();
  const body = { code, name: `made up ${number}`, publicKey: { kty: 'OKP', crv: 'Ed25519', x: key.x } };
  const asked = { method: 'POST', path: '/v1/enrolments', kind: 'enrolment', body } as const;
  const answer = await link.ask(number, { ...asked, deadlineMs: DEADLINE_MS }).answer;
  if (!('status' in answer) || answer.status !== 200) throw new Error(`enrolment: ${JSON.stringify(answer)}`);
  return { kioskId: enrolmentAnswer.parse(answer.body).kioskId, key };
}
