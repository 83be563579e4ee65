/** What waits for people. */
export const WORK_ITEM_KINDS = [
  /** A kiosk's request that the centre refused for good, or could not take in. */
  'dead-letter',
  /** Nobody knows whether an act happened. */
  'unknown-act',
  /** The centre lost an operation that a kiosk knows to be accepted. */
  'operation-forgotten',
  /** Paid, and nothing was delivered or refunded. */
  'paid-without-delivery',
  /** A refund the acquirer declined. */
  'refund-declined',
  /** A gap or break in a kiosk's audit trail. */
  'audit-finding',
] as const;
export type WorkItemKind = (typeof WORK_ITEM_KINDS)[number];

/** `proposed`: one person decided, the second is waited for. `decided`: being carried out. */
export const WORK_ITEM_STATES = ['open', 'proposed', 'decided', 'closed'] as const;
export type WorkItemState = (typeof WORK_ITEM_STATES)[number];

export const DECISION_STATES = ['proposed', 'confirmed', 'withdrawn', 'sent', 'done', 'failed'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
