import { z } from 'zod';
import { technicianId } from '../maintenance/technician-list.ts';

/** POST /v1/decommissions: this kiosk's last word. From here on its key opens nothing but this same request. */
export const decommissionRequest = z.object({
  technician: technicianId,
  second: technicianId.nullable(),
});
export type DecommissionRequest = z.infer<typeof decommissionRequest>;

export const decommissionAnswer = z.object({ givenUpAt: z.iso.datetime() });
