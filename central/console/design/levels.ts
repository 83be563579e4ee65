import type { ConfigurationState } from '../../../src/contracts/configuration/poll.ts';
import type { KioskPresence } from '../../../src/contracts/console/fleet.ts';
import type { ReleaseState } from '../../../src/contracts/console/releases.ts';
import type { MemberState, RolloutState } from '../../../src/contracts/console/rollouts.ts';
import type { WorkItemState } from '../../../src/contracts/console/work-words.ts';
import type { Level } from './state-mark.tsx';

/** How urgent each state is for whoever reads it. */
export const PRESENCE_LEVELS: Readonly<Record<KioskPresence, Level>> = {
  up: 'well',
  'in-maintenance': 'moving',
  late: 'soon',
  silent: 'stop',
  'given-up': 'off',
  revoked: 'off',
};

export const CONFIGURATION_LEVELS: Readonly<Record<ConfigurationState, Level>> = {
  shipped: 'off',
  'waiting-for-resident': 'moving',
  'waiting-for-day': 'moving',
  'on-trial': 'moving',
  running: 'well',
  returned: 'stop',
  back: 'soon',
  refused: 'stop',
};

export const RELEASE_LEVELS: Readonly<Record<ReleaseState, Level>> = {
  draft: 'off',
  'in-review': 'soon',
  approved: 'moving',
  signed: 'well',
  abandoned: 'off',
};

export const ROLLOUT_LEVELS: Readonly<Record<RolloutState, Level>> = {
  scheduled: 'off',
  canary: 'moving',
  wave: 'moving',
  paused: 'soon',
  stopped: 'soon',
  returning: 'stop',
  returned: 'stop',
  done: 'well',
};

export const MEMBER_LEVELS: Readonly<Record<MemberState, Level>> = {
  planned: 'off',
  assigned: 'moving',
  waiting: 'moving',
  'on-trial': 'moving',
  running: 'well',
  returned: 'stop',
  refused: 'stop',
  back: 'soon',
  'left-out': 'off',
};

export const WORK_LEVELS: Readonly<Record<WorkItemState, Level>> = {
  open: 'stop',
  proposed: 'soon',
  decided: 'moving',
  closed: 'well',
};
