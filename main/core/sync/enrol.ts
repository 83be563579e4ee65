import type { KioskId } from '../../../src/brand.ts';
import { enrolmentAnswer } from '../../../src/contracts/central/enrolment.ts';
import { ok, type Result } from '../../../src/result.ts';
import type { KioskIdentityStore } from '../store/kiosk-identity-store.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';
import type { ExportKeyMemory } from './export-key-memory.ts';

const DEADLINE_MS = 15_000;

/**
 * Makes this kiosk known to the centre with the one-time code an operator gave. The key pair is on disk before
 * the code is used. A kiosk that is enrolled already stays who it is.
 */
export async function enrol(
  client: CentralClient,
  identity: KioskIdentityStore,
  code: string,
  name: string,
  exportKeys: Pick<ExportKeyMemory, 'heard'>,
): Promise<Result<KioskId, CallTrouble>> {
  const { kioskId } = identity.load();
  return kioskId !== null ? ok(kioskId) : enrolAnew(client, identity, code, name, exportKeys);
}

/**
 * The same for a kiosk that has an id, under the key it has: the centre was restored to before its enrolment and does
 * not let it in any more.
 */
export async function enrolAnew(
  client: CentralClient,
  identity: KioskIdentityStore,
  code: string,
  name: string,
  exportKeys: Pick<ExportKeyMemory, 'heard'>,
): Promise<Result<KioskId, CallTrouble>> {
  const { publicKey } = identity.load();
  const answer = await client.open({
    method: 'POST',
    path: '/v1/enrolments',
    body: { code, name, publicKey },
    answer: enrolmentAnswer,
    deadlineMs: DEADLINE_MS,
  });
  if (!answer.ok) return answer;
  const given = answer.value.kioskId as KioskId;
  identity.enrolled(given);
  exportKeys.heard(answer.value.exportKey);
  return ok(given);
}
