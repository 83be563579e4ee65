import { z } from 'zod';
import { serviceId } from '../service.ts';

/** Emergency off: one service closed everywhere, at once, until somebody else opens it again. */
export const serviceClosure = z.strictObject({
  closureId: z.string().regex(/^C-[0-9A-F]{12}$/),
  service: serviceId,
  since: z.iso.datetime(),
  /** Shown to operators and, by the kiosk, to technicians; no personal data. */
  reason: z.string().min(1).max(200),
  /** Operator ids. */
  closedBy: z.string(),
  openedAt: z.iso.datetime().nullable(),
  openedBy: z.string().nullable(),
});
export type ServiceClosure = z.infer<typeof serviceClosure>;

/** POST /console/api/closures [fleet, approver]. A service that is closed already is answered with its closure. */
export const closeServiceRequest = z.strictObject({
  service: serviceId,
  reason: z.string().trim().min(1).max(200),
});
export type CloseServiceRequest = z.infer<typeof closeServiceRequest>;

/** POST /console/api/closures/:closureId/openings [approver], with an empty object. Opened already: the same answer. */
export const closureParams = z.strictObject({ closureId: serviceClosure.shape.closureId });
export const openServiceRequest = z.strictObject({});

/** GET /console/api/closures [everybody]: what is closed now, then what was, newest first. */
export const closureList = z.strictObject({ closures: z.array(serviceClosure).max(200) });
export type ClosureList = z.infer<typeof closureList>;
