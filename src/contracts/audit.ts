import { z } from 'zod';
import { AUTHORITY_EVENTS } from './audit-events/authority-events.ts';
import { CARD_EVENTS } from './audit-events/card-events.ts';
import { CONFIGURATION_EVENTS } from './audit-events/configuration-events.ts';
import { CUSTODY_EVENTS } from './audit-events/custody-events.ts';
import { KIOSK_EVENTS } from './audit-events/kiosk-events.ts';
import { MAINTENANCE_EVENTS } from './audit-events/maintenance-events.ts';
import { REQUEST_EVENTS } from './audit-events/request-events.ts';
import { VISIT_EVENTS } from './audit-events/visit-events.ts';

/**
 * Every event the kiosk may record. Long acts are `…-started` / `…-ended` with a disposition.
 * A name that is not here does not compile; a field that is not here is refused when written.
 */
export const AUDIT_EVENTS = {
  ...KIOSK_EVENTS,
  ...VISIT_EVENTS,
  ...AUTHORITY_EVENTS,
  ...REQUEST_EVENTS,
  ...CARD_EVENTS,
  ...CUSTODY_EVENTS,
  ...MAINTENANCE_EVENTS,
  ...CONFIGURATION_EVENTS,
} as const;

export type AuditEventId = keyof typeof AUDIT_EVENTS;
export type AuditDetail<E extends AuditEventId> = {
  readonly [F in keyof (typeof AUDIT_EVENTS)[E]['fields']]?: string | number | boolean | null;
};

/** One recorded event as it is stored and synced. */
export const auditRecord = z.object({
  /** Counts up by one per kiosk; a gap is an alarm. */
  sequence: z.number().int().positive(),
  at: z.iso.datetime(),
  event: z.enum(Object.keys(AUDIT_EVENTS) as [AuditEventId, ...AuditEventId[]]),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** SHA-256 over the previous hash and this record (hex). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AuditRecord = z.infer<typeof auditRecord>;
