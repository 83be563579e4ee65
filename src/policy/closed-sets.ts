/** Words that packs, contracts and screens share. */

/** Why nobody pays (LOSS-4, REPL-3): the authority says which of them holds. */
export const FEE_WAIVERS = ['never-activated', 'hardship'] as const;
export type FeeWaiver = (typeof FEE_WAIVERS)[number];

/** REPL-2, SWAP-2: keep the bank account number, or get a new one. */
export const ACCOUNT_CHOICES = ['same', 'new'] as const;
export type AccountChoice = (typeof ACCOUNT_CHOICES)[number];

/** EXCH-1, EXCH-3, EXCH-6 */
export const EXCHANGE_REASONS = [
  'expiry',
  'face-damaged',
  'chip-unreadable',
  'data-changed',
  'generation',
  'own-wish',
  'printing-error',
  'change-of-bank',
  'other',
] as const;
export type ExchangeReason = (typeof EXCHANGE_REASONS)[number];

/** REC-1 */
export const INSURANCE_TYPES = ['pension', 'medical', 'unemployment', 'injury', 'maternity'] as const;
export type InsuranceType = (typeof INSURANCE_TYPES)[number];
