/** `stopped`: widens no more, those who have it keep it. `returning`, `returned`: everybody goes back. */
export const ROLLOUT_STATES = [
  'scheduled',
  'canary',
  'wave',
  'paused',
  'stopped',
  'returning',
  'returned',
  'done',
] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/** Where one kiosk stands in a rollout. Every state but `running` has a reason operators can read. */
export const MEMBER_STATES = [
  'planned',
  'assigned',
  'waiting',
  'on-trial',
  'running',
  'returned',
  'refused',
  'back',
  'left-out',
] as const;
export type MemberState = (typeof MEMBER_STATES)[number];
