import { z } from 'zod';
import { calendarDay } from '../../src/contracts/fields.ts';

/** What one card will say on its chip and face. The photo is looked up when the face is printed. */
export const cardData = z.strictObject({
  /** 卡的识别码, 32 upper hex. */
  cardId: z.string(),
  cardNumber: z.string(),
  accountNumber: z.string(),
  issuedOn: calendarDay,
  expiresOn: calendarDay,
  socialSecurityNumber: z.string(),
  name: z.string(),
  birthDate: calendarDay,
  /** GB/T 2261.1: 1 male, 2 female, 9 not stated. */
  sex: z.enum(['1', '2', '9']),
  /** GB/T 3304, two digits. */
  ethnicGroup: z.string(),
  /** GB/T 2260, six digits. */
  birthPlace: z.string(),
});
export type CardData = z.infer<typeof cardData>;
