/** States of the social security side of a card (services.md "The card"). */
export const SOCIAL_SECURITY_STATES = [
  'in-production',
  'awaiting-collection',
  'normal',
  'temporarily-lost',
  'formally-lost',
  'suspended',
  'expired',
  'recalled',
  'cancelled',
] as const;
export type SocialSecurityState = (typeof SOCIAL_SECURITY_STATES)[number];
