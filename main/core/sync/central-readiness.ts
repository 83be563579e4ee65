import { type MorningReport, morningReportAnswer } from '../../../src/contracts/central/readiness.ts';
import type { Result } from '../../../src/result.ts';
import type { CallTrouble } from './call-trouble.ts';
import type { CentralClient } from './central-client.ts';

const DEADLINE_MS = 10_000;

/** Brings morning reports to the centre. The same day twice is one report there. */
export interface ReadinessReports {
  send(report: MorningReport, signal: AbortSignal): Promise<Result<void, CallTrouble>>;
}

export const createReadinessReports = (client: CentralClient): ReadinessReports => ({
  async send(report, signal) {
    const answer = await client.call({
      method: 'POST',
      path: '/v1/readiness-reports',
      body: report,
      answer: morningReportAnswer,
      deadlineMs: DEADLINE_MS,
      signal,
    });
    return answer.ok ? { ok: true, value: undefined } : answer;
  },
});
