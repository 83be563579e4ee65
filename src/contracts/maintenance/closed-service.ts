/** Why a technician takes a service out of use. */
export const CLOSING_REASONS = [
  /** Something it needs does not work as it should, though it says it does. */
  'device-fault',
  'no-supplies',
  /** The office that runs the kiosk asked for it. */
  'office-asked',
  /** Something is being tried. */
  'trial',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
