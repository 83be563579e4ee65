/** What can happen to the social security side of a card, in the field's words. */
export const SOCIAL_SECURITY_EVENTS = [
  'produced',
  'arrived-at-outlet',
  'collected',
  'kept-for-owner',
  'temporary-loss-reported',
  'formal-loss-reported',
  'loss-undone',
  'temporary-loss-ended',
  'replaced',
  'suspended',
  'reinstated',
  'validity-ended',
  'collection-overdue',
  'cancelled',
] as const;
export type SocialSecurityEvent = (typeof SOCIAL_SECURITY_EVENTS)[number];

/** Why an event changes nothing. */
export const SOCIAL_SECURITY_REASONS = [
  'still-on-its-way',
  'not-yet-collected',
  'already-produced',
  'already-at-outlet',
  'already-collected',
  'no-loss-reported',
  'already-reported',
  'formal-loss-first',
  'loss-stands',
  'not-suspended',
  'suspended',
  'expired',
  'recalled',
  'cancelled',
] as const;
export type SocialSecurityReason = (typeof SOCIAL_SECURITY_REASONS)[number];
