import { z } from 'zod';
import { calendarDay } from '../contracts/fields.ts';
import { serviceId } from '../contracts/service.ts';

/**
 * What a pack decided about one past session, and on what: nothing in it names or finds a person. A kiosk records it as
 * `session-facts` when the session ends; a draft is replayed against these before anybody approves it.
 */
export const pastOutcome = z.strictObject({
  /** In Asia/Shanghai. */
  day: calendarDay,
  /** `hainan 4` */
  pack: z.string().max(60),
  service: serviceId,
  /** Kind of identity document; null: none was presented. */
  document: z.string().max(40).nullable(),
  /** Full years on that day (ID-2). */
  age: z.number().int().min(0).max(150).nullable(),
  /** First digits of the chip's issuing region (ID-10). */
  region: z.string().max(6).nullable(),
  generation: z.number().int().nullable(),
  /** Distance of the last face comparison (ID-5); no image, no template. */
  faceDistance: z.number().nullable(),
  faceTries: z.number().int().nullable(),
  lossTerm: z.string().max(20).nullable(),
  exchangeReason: z.string().max(40).nullable(),
  /** Waivers the person had, comma-separated. */
  waivers: z.string().max(200),
  /** What was to be paid, fen; null: it did not come to that. */
  chargedFen: z.number().int().nullable(),
  disposition: z.enum(['completed', 'cancelled', 'timed-out', 'refused', 'trouble']),
  /** Refusal fact or receipt state. */
  outcome: z.string().max(60).nullable(),
  seconds: z.number().int().nonnegative(),
});
export type PastOutcome = z.infer<typeof pastOutcome>;
