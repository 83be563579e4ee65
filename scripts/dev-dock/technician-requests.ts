import { z } from 'zod';
import { CABINET_BOARD_FAULTS } from '../../drivers/virtual/cabinet-board/board-faults.ts';
import { cardFaultsSchema } from '../../drivers/virtual/social-card/card-spec.ts';
import { ID_READERS } from '../world/id-reader-window.ts';
import { WORLD_TECHNICIANS } from '../world/technicians.ts';

/** What can be asked of a technician's hands: card, door, power, the other ID card reader, the USB stick. */

export const technicianCardRequest = z.strictObject({
  technician: z.enum(WORLD_TECHNICIANS),
  signs: z.enum(['rightly', 'something-else']).default('rightly'),
  faults: cardFaultsSchema.default({}),
});
export const doorRequest = z.strictObject({ open: z.boolean() });
export const mainsRequest = z.strictObject({
  on: z.boolean(),
  batteryPercent: z.int().min(0).max(100).nullable().default(100),
});
export const speakerRequest = z.strictObject({ present: z.boolean() });
export const cabinetFaultRequest = z.strictObject({ fault: z.enum(CABINET_BOARD_FAULTS) });
export const mendCabinetRequest = z.strictObject({ fault: z.enum(CABINET_BOARD_FAULTS).optional() });
export const idReaderCableRequest = z.strictObject({ reader: z.enum(ID_READERS), pluggedIn: z.boolean() });
export const stickRequest = z.strictObject({ in: z.boolean() });
