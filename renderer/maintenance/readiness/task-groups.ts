import type { TaskKind } from '../../../src/contracts/maintenance/tasks.ts';

export const TASK_GROUPS = ['cards', 'devices', 'system', 'ends'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

const GROUP_OF: Readonly<Record<TaskKind, TaskGroup>> = {
  'load-cards': 'cards',
  'count-stack': 'cards',
  'empty-retain-bin': 'cards',
  'empty-reject-bin': 'cards',
  'settle-unknown': 'cards',
  'change-paper': 'devices',
  'replace-device': 'devices',
  'test-device': 'devices',
  'set-screen': 'devices',
  'export-logs': 'system',
  'set-clock': 'system',
  'set-network': 'system',
  'close-service': 'system',
  'restart-core': 'system',
  'restart-machine': 'system',
  'unlock-technician': 'ends',
  enrol: 'ends',
  decommission: 'ends',
};

/** Where a task stands in the grid: what is done most comes first, what ends a kiosk last. */
export const groupOfTask = (kind: TaskKind): TaskGroup => GROUP_OF[kind];
