import { z } from 'zod';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import { type PastOutcome, pastOutcome } from '../../../src/replay/past-outcome.ts';

const end = z.object({
  disposition: pastOutcome.shape.disposition,
  outcome: pastOutcome.shape.outcome,
});

/** The same trail, and somebody hears how each session ended once it is on record. */
export const hearSessions = (
  audit: AuditTrail,
  heard: (facts: Pick<PastOutcome, 'disposition' | 'outcome'>) => void,
): AuditTrail => ({
  record(event, detail) {
    audit.record(event, detail);
    if (event === 'session-facts') heard(end.parse(detail));
  },
});
