import { z } from 'zod';
import { instant } from '../fields.ts';
import { faceEvidence, identity } from './identity.ts';
import { namedPack } from './named-pack.ts';

/** CERT-1, CERT-2 */
export const certificationSubmit = z.object({
  kind: z.literal('certification.submit'),
  receiptReference: z.string(),
  pack: namedPack.optional(),
  certifiedAt: instant,
  identity,
  face: faceEvidence,
});
export type CertificationSubmit = z.infer<typeof certificationSubmit>;
