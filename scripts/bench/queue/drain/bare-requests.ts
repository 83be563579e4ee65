import type { IdempotencyKey } from '../../../../src/brand.ts';
import type { Operation } from '../../../../src/contracts/central/operations.ts';
import { certificationOf } from '../crowd.ts';
import type { Kiosk } from '../own-queue.ts';
import type { Outage } from './outage.ts';

/** As many at once as the sender has lanes. */
const AT_ONCE = 4;
const REQUESTS = 1_000;

/** Requests in a second without any queue: the same client, the same service, nothing kept on the kiosk's disk. */
export async function bareRequestsPerSecond({ sync }: Kiosk, { residents }: Outage): Promise<number> {
  const certifiedAt = new Date().toISOString();
  const waiting = residents.slice(0, REQUESTS).map((resident): Operation => {
    const { operation } = certificationOf(resident, certifiedAt);
    return { ...operation, kind: 'certification.submit', receiptReference: 'YKT-2345-6789-A', certifiedAt };
  });
  const total = waiting.length;
  const began = performance.now();
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const answer = await sync.operations.put(`k-bare-${waiting.length}` as IdempotencyKey, next);
      if (!answer.ok) throw new Error(`a bare request failed: ${JSON.stringify(answer.error)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return Math.round((total / (performance.now() - began)) * 1_000);
}
