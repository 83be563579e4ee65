import { z } from 'zod';
import { instant, mobileNumber } from '../fields.ts';
import { faceEvidence, identity } from './identity.ts';
import { namedPack } from './named-pack.ts';

/** APPLY-3 */
export const applicationSubmit = z.object({
  kind: z.literal('application.submit'),
  receiptReference: z.string(),
  pack: namedPack.optional(),
  acceptedAt: instant,
  identity,
  mobile: mobileNumber,
  /** APPLY-6: made at the kiosk while the applicant waits, or at the outlet's. */
  issue: z.enum(['at-outlet', 'on-the-spot']),
  /** From the SMS verification; null where the link was down, so the office confirms the number itself. */
  mobileConfirmation: z.string().nullable(),
  occupation: z.string().max(20),
  residentialAddress: z.string().min(5).max(140),
  collectionOutlet: z.string().max(40),
  photo: z.discriminatedUnion('source', [
    z.object({ source: z.literal('camera'), jpegBase64: z.base64().max(200_000) }),
    z.object({ source: z.literal('authority-file') }),
  ]),
  face: faceEvidence,
});
export type ApplicationSubmit = z.infer<typeof applicationSubmit>;
