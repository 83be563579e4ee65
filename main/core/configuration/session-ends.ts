import { z } from 'zod';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import { pastOutcome } from '../../../src/replay/past-outcome.ts';

const end = z.object({
  service: pastOutcome.shape.service,
  disposition: pastOutcome.shape.disposition,
  outcome: pastOutcome.shape.outcome,
});

/** How a journey ended, and nothing of whose it was (INV-6). */
export type SessionEnd = z.infer<typeof end>;

/** The same trail, and somebody hears how each session ended once it is on record. */
export const hearSessions = (audit: AuditTrail, heard: (end: SessionEnd) => void): AuditTrail => ({
  record(event, detail) {
    audit.record(event, detail);
    if (event === 'session-facts') heard(end.parse(detail));
  },
});
