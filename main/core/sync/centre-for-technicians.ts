import { z } from 'zod';
import { type DecommissionRequest, decommissionAnswer } from '../../../src/contracts/central/decommission.ts';
import { exportKeyAnswer } from '../../../src/contracts/central/export-key.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import { ok, type Result } from '../../../src/result.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';
import type { ExportKeyMemory } from './export-key-memory.ts';

const DEADLINE_MS = 8_000;
const health = z.object({ serverTime: z.iso.datetime() });

/** What maintenance mode asks of the centre, while a technician waits. */
export interface CentreForTechnicians {
  /** The centre's time less this kiosk's, milliseconds; half of the way there and back is taken off. */
  clockOffset(signal: AbortSignal): Promise<Result<number, CallTrouble>>;
  /** Answered at all, whoever this kiosk is. */
  isReached(signal: AbortSignal): Promise<boolean>;
  /** Asks for the export key and keeps it. */
  fetchExportKey(signal: AbortSignal): Promise<Result<void, CallTrouble>>;
  giveUp(request: DecommissionRequest, signal: AbortSignal): Promise<Result<void, CallTrouble>>;
}

/** Questions of technicians over the kiosk's one way to the centre. */
export function createCentreForTechnicians(
  client: CentralClient,
  exportKeys: ExportKeyMemory,
  timers: Timers,
): CentreForTechnicians {
  const ask = (signal: AbortSignal) =>
    client.open({ method: 'GET', path: '/v1/health', answer: health, deadlineMs: DEADLINE_MS, signal });
  return {
    async clockOffset(signal) {
      const [sentAt, began] = [timers.now(), timers.elapsed()];
      const answer = await ask(signal);
      if (!answer.ok) return answer;
      const wayMs = timers.elapsed() - began;
      return ok(Math.round(Date.parse(answer.value.serverTime) - (sentAt + wayMs / 2)));
    },
    isReached: async (signal) => (await ask(signal)).ok,
    async fetchExportKey(signal) {
      const answer = await client.call({
        method: 'GET',
        path: '/v1/export-key',
        answer: exportKeyAnswer,
        deadlineMs: DEADLINE_MS,
        signal,
      });
      if (!answer.ok) return answer;
      exportKeys.heard(answer.value.exportKey);
      return ok(undefined);
    },
    async giveUp(request, signal) {
      const answer = await client.call({
        method: 'POST',
        path: '/v1/decommissions',
        body: request,
        answer: decommissionAnswer,
        deadlineMs: DEADLINE_MS,
        signal,
      });
      return answer.ok ? ok(undefined) : answer;
    },
  };
}
