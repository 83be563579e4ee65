import { z } from 'zod';
import { CARD_ACCEPTOR_FAULTS, CARD_ISSUER_FAULTS } from '../../drivers/virtual/card-transport/crt-faults.ts';
import { CARD_KINDS } from './dock-requests.ts';

/** What can be asked of the card acceptor and the card issuer. */

/** `from-a-gate`: the newest card somebody took from a gate of this kiosk. */
export const OFFERED_CARDS = [...CARD_KINDS, 'from-a-gate'] as const;
export const offerRequest = z.strictObject({
  residentId: z.string().optional(),
  card: z.enum(OFFERED_CARDS).default('own'),
});
const times = z.union([z.int().min(1).max(100), z.literal('always')]).default(1);
export const acceptorFaultRequest = z.strictObject({ fault: z.enum(CARD_ACCEPTOR_FAULTS), times });
export const mendAcceptorRequest = z.strictObject({ fault: z.enum(CARD_ACCEPTOR_FAULTS).optional() });
export const issuerFaultRequest = z.strictObject({ fault: z.enum(CARD_ISSUER_FAULTS), times });
export const mendIssuerRequest = z.strictObject({ fault: z.enum(CARD_ISSUER_FAULTS).optional() });
/** Where the card rests when the power goes in the next move (settlement.md row 9). */
export const RESTING_PLACES = ['from', 'path', 'to'] as const;
export const powerCutRequest = z.strictObject({ rests: z.enum(RESTING_PLACES).default('path') });
export const powerRequest = z.strictObject({ on: z.boolean() });
export const loadRequest = z.strictObject({ blanks: z.int().min(1).max(200) });
