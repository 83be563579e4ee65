import { z } from 'zod';
import { calendarDay } from '../fields.ts';

/** What a technician may do. A second person for stock and keys holds the same role as the first. */
export const TECHNICIAN_ROLES = [
  /** Paper, readers, tests, clock, network, restarts. */
  'care',
  /** Cards: loading, counting, bins, cards out of sight. */
  'stock',
  /** Enrolment and decommissioning: what makes and ends this kiosk's keys. */
  'keys',
  /** Lets a technician in again whom wrong PINs locked out. */
  'supervisor',
] as const;
export type TechnicianRole = (typeof TECHNICIAN_ROLES)[number];

/** Short id, never a name: `T-0417`. */
export const technicianId = z.string().regex(/^T-\d{4}$/);

const base64url32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const technician = z.strictObject({
  id: technicianId,
  roles: z.array(z.enum(TECHNICIAN_ROLES)).min(1),
  /** First and last day on which this person is let in. */
  validFrom: calendarDay,
  validTo: calendarDay.nullable(),
  /** argon2id in the PHC string format; the PIN has six digits. */
  pin: z.string().regex(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/),
  /** RFC 6238, base32: SHA-1, six digits, 30 s. Null: no one-time codes for this person. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{32,}$/)
    .nullable(),
  /** Public key of this person's card (P-256). Null: no card. */
  cardKey: z
    .strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: base64url32, y: base64url32 })
    .nullable(),
});
export type Technician = z.infer<typeof technician>;

/** Who is let into maintenance mode, known to the kiosk itself so that a dead link keeps nobody out. */
export const technicianList = z
  .strictObject({
    /** Only upwards. */
    version: z.number().int().positive(),
    issuedAt: z.iso.datetime(),
    technicians: z.array(technician).max(500),
  })
  .refine(
    ({ technicians }) => new Set(technicians.map(({ id }) => id)).size === technicians.length,
    'two technicians have the same id',
  );
export type TechnicianList = z.infer<typeof technicianList>;
