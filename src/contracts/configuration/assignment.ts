import { z } from 'zod';
import { instant } from '../fields.ts';
import { serviceId } from '../service.ts';
import { DOCUMENT_KINDS, documentLine } from './document.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One document of an assignment, named so that nothing else can be handed out in its place. */
export const assignedDocument = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  line: documentLine,
  version: z.number().int().positive(),
  /** SHA-256 of the UTF-8 text of the signed statement, hex. */
  sha256,
  /** Characters of that text. */
  length: z.number().int().positive(),
});
export type AssignedDocument = z.infer<typeof assignedDocument>;

/**
 * What the director says one kiosk runs: all of it (mix-and-match), or what it ran before. Applied whole or not at all.
 * Signed with the director's key. It can hand out only what the offices signed, and close services.
 */
export const assignment = z.strictObject({
  type: z.literal('yikatong-assignment'),
  kioskId: z.string().min(1).max(80),
  /** Counts up for each kiosk; an older one is refused (rollback). */
  version: z.number().int().positive(),
  issuedAt: instant,
  /** Not taken in after it; a kiosk with a link that is given nothing newer raises an alarm (freeze). */
  expiresAt: instant,
  documents: z.array(assignedDocument).max(DOCUMENT_KINDS.length),
  /**
   * Operators stopped a release: the kiosk goes back to what it ran before, which it kept, and needs nothing new signed.
   * The one way in which a version may go down, and only to the last good one.
   */
  back: z.array(z.strictObject({ kind: z.enum(DOCUMENT_KINDS), version: z.number().int().positive() })),
  /** Emergency off: takes effect at once between residents, whatever else is waiting. */
  closedServices: z
    .array(z.strictObject({ service: serviceId, since: instant, reason: z.string().min(1).max(200) }))
    .max(40),
  /** Kiosks whose receipts and certificates count no more. */
  revokedKiosks: z.array(z.string().min(1).max(80)).max(2_000),
});
export type Assignment = z.infer<typeof assignment>;
