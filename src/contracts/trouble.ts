/** Refusals: the rule book says no. Each has its own sentence, in both languages, on screen and paper. */
export const REFUSALS = [
  // identity
  'document-not-accepted',
  'number-invalid',
  'birth-date-conflict',
  'sex-conflict',
  'under-age',
  'document-expired',
  'document-not-yet-valid',
  // apply
  'has-card',
  'application-pending',
  'not-entitled',
  'code-wrong-too-often',
  'identity-invalid',
  'mobile-not-confirmed',
  'unknown-outlet',
  // card
  'holder-mismatch',
  'other-province',
  'card-unknown',
  'card-not-normal',
  'not-yet-collected',
  'already-active',
  'temporarily-lost',
  'formally-lost',
  'suspended',
  'expired',
  'recalled',
  'cancelled',
  'account-closed',
  'pin-locked',
  'no-bank-account',
  'not-a-social-security-card',
  'forged-card',
  // loss, replacement, swap, exchange
  'no-card',
  'no-loss-reported',
  'already-replaced',
  'formal-loss-first',
  'not-second-generation',
  'not-lost-card',
  'request-pending',
  'counter-only',
  'not-paid',
  'payment-expired',
  'payment-cancelled',
  'not-issued',
  // certification
  'not-entitled-to-benefits',
  /** The authority's answer to something only the kiosk asks; a technician looks at it. */
  'office-says-no',
  // pin
  'pin-tries-used-up',
  /** The bank refused the PIN at the act itself, after having found it good. */
  'pin-refused',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a refusal's sentence may need beside it. Days, numbers and masked text only. */
export const REFUSAL_FACTS = [
  'age',
  /** Day from which the kiosk serves this person (ID-2). */
  'turnsOn',
  /** Last day of the document (ID-3). */
  'validTo',
  'validFrom',
  /** Where the card was issued (ID-10): a region code in the flow, its name on the screen. */
  'region',
  'cardNumberMasked',
  'reference',
  'readyBy',
  'lostUntil',
  /** A counter topic's id in the flow, its title on the screen. */
  'topic',
] as const;
export type RefusalFact = (typeof REFUSAL_FACTS)[number];
export type RefusalFacts = { readonly [F in RefusalFact]?: string };

/** Troubles: something does not work. Honest and short: what, what of my card and money, what now. */
export const TROUBLES = [
  'id-card-unreadable',
  'id-card-reader-down',
  'social-card-unreadable',
  'social-card-reader-down',
  'pin-pad-down',
  'card-acceptor-down',
  'card-issuer-down',
  'card-stuck',
  'no-stock',
  'retain-bin-full',
  'document-printer-down',
  'code-scanner-down',
  'payment-not-possible',
  'link-down',
  'authority-refused-to-answer',
  'camera-down',
  'internal',
] as const;
export type Trouble = (typeof TROUBLES)[number];
