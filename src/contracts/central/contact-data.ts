import { z } from 'zod';
import { mobileNumber } from '../fields.ts';
import { faceEvidence } from './identity.ts';

/** POST /v1/residents/contact-data: masked, for the screen (INFO-1). */
export const contactDataRequest = z.object({ socialSecurityNumber: z.string() });
export const contactDataAnswer = z.object({
  mobileMasked: z.string().nullable(),
  occupation: z.string().nullable(),
  residentialAddressMasked: z.string().nullable(),
});
export type ContactDataAnswer = z.infer<typeof contactDataAnswer>;

/** INFO-1, INFO-2: null leaves a field as it is. */
export const contactChange = z.object({
  kind: z.literal('contact.change'),
  receiptReference: z.string(),
  socialSecurityNumber: z.string(),
  mobile: z.object({ number: mobileNumber, confirmation: z.string() }).nullable(),
  occupation: z.string().max(20).nullable(),
  residentialAddress: z.string().min(5).max(140).nullable(),
  face: faceEvidence,
});
export type ContactChange = z.infer<typeof contactChange>;
