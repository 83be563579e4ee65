/** Closed sets of what screens ask, say and wait for; each has its words in both catalogues. */

/** One question per `choose` screen. */
export const QUESTIONS = [
  /** LOSS-1: temporary, formal, replace */
  'what-about-the-lost-card',
  /** LOSS-2: `days` or `long-term` */
  'loss-term',
  /** REPL-2, SWAP-2: `same`, `new` */
  'account-number',
  /** EXCH-1 */
  'exchange-reason',
  /** REC-1: `insurance`, `payments` */
  'record-category',
  'insurance-type',
  'record-year',
  /** APPLY-6: `now`, `outlet` */
  'how-to-get-it',
  'card-or-code',
  /** PROG: `id-card` for one's own applications, `receipt` for whatever a receipt is about */
  'id-card-or-receipt',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** Something to know before it happens. */
export const NOTICES = [
  /** LOSS-5, in the resident's face: not blocked yet, and whom to call. */
  'link-down-not-blocked',
  /** LOSS-3: stays until undone or replaced; costs what it costs. */
  'formal-loss',
  'temporary-loss',
  /** REPL-4, REPL-5: the old card is void at once, and for ever. */
  'replacement-voids-old-card',
  /** REPL-2: whoever pays a benefit must be told. */
  'new-account-tell-payers',
  /** SWAP-3 */
  'old-card-is-kept',
  /** No stock or no issuer: the new card is collected at an outlet. */
  'card-to-collect',
  /** LOSS-6 */
  'undo-loss',
  /** J 2.3.2 */
  'ends-older-card',
  /** REPL-8 */
  'many-replacements',
] as const;
export type Notice = (typeof NOTICES)[number];

/** What a notice's sentence may need. Days and amounts; never a person. */
export const NOTICE_FACTS = [
  'days',
  'feeFen',
  'until',
  'place',
  'readyBy',
  'count',
  'cardNumberMasked',
  'name',
] as const;
export type NoticeFact = (typeof NOTICE_FACTS)[number];
export type NoticeFacts = { readonly [F in NoticeFact]?: string };

/** What the machine is doing while the resident waits. */
export const WORKING_ACTS = [
  'asking-authority',
  'checking-pin',
  'submitting',
  'activating',
  'printing',
  'sending-code',
  'reporting-loss',
  'undoing-loss',
  'creating-order',
  'certifying',
  'saving-contact-data',
  'reading-records',
  'settling',
] as const;
export type WorkingAct = (typeof WORKING_ACTS)[number];

/** Lines above the months of a record. */
export const RECORD_FACTS = [
  'status',
  'place',
  'insured-since',
  'employer',
  'months-in-year',
  'months-in-all',
  'paid-in-year',
] as const;
export type RecordFact = (typeof RECORD_FACTS)[number];

/** FIND-1 */
export const OUTLET_KINDS = ['agency', 'instant-issue', 'hospital'] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];
