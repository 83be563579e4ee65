import type { TaskKind } from '../../../src/contracts/maintenance/tasks.ts';
import { type LeftBehind, STOPS } from '../../../src/ports/maintenance/decommissioning.ts';
import type { LooksOf } from './step-look.ts';

type SystemKind = Extract<
  TaskKind,
  | 'export-logs'
  | 'set-clock'
  | 'set-network'
  | 'restart-core'
  | 'restart-machine'
  | 'enrol'
  | 'decommission'
  | 'unlock-technician'
>;

/** What residents would lose comes first. */
const LEFT: readonly (keyof LeftBehind)[] = [...STOPS, 'blanks', 'unsentAudit'];

/** How the steps of system tasks look. */
export const systemLooks: { readonly [K in SystemKind]: LooksOf<K> } = {
  'export-logs': {
    'put-stick': { picture: 'stick-in' },
    'find-stick': { picture: 'stick-in' },
    'no-stick': { picture: 'stick-in', tone: 'warn' },
    'choose-stick': {},
    write: { picture: 'stick-in' },
    'not-written': { picture: 'stick-in', tone: 'bad' },
    'take-stick': { picture: 'stick-out' },
    done: { picture: 'close-cabinet' },
  },
  'set-clock': {
    compare: { picture: 'two-clocks' },
    'choose-how': { picture: 'two-clocks' },
    'enter-time': {},
    set: { picture: 'two-clocks' },
    'not-set': { tone: 'bad' },
    done: {},
  },
  'set-network': {
    look: { picture: 'network-plug' },
    'choose-interface': {},
    'choose-how': { picture: 'network-plug' },
    'enter-address': {},
    'enter-gateway': {},
    'enter-name-server': {},
    try: { picture: 'network-plug' },
    'not-reached': { tone: 'warn' },
    keep: { picture: 'network-plug' },
    done: {},
  },
  'restart-core': { sure: { picture: 'restart' }, restart: { picture: 'restart' }, done: {} },
  'restart-machine': {
    sure: { picture: 'restart', tone: 'warn' },
    restart: { picture: 'restart' },
    'not-restarted': { picture: 'restart', tone: 'bad' },
    done: {},
  },
  enrol: {
    how: { picture: 'enrolment-code' },
    'scan-code': { picture: 'code-to-scanner', handWanted: true },
    'enter-code': {},
    enrol: { picture: 'enrolment-code' },
    'not-enrolled': { picture: 'enrolment-code', tone: 'bad' },
    done: {},
  },
  decommission: {
    'what-is-left': { lists: LEFT },
    sure: { picture: 'end-of-keys', tone: 'bad' },
    'enter-kiosk-name': { tone: 'bad' },
    'tell-centre': { picture: 'network-plug' },
    'not-told': { picture: 'network-plug', tone: 'warn' },
    destroy: { picture: 'end-of-keys' },
    done: {},
  },
  'unlock-technician': {
    'choose-technician': { picture: 'unlock' },
    'nobody-locked': { picture: 'unlock' },
    unlock: { picture: 'unlock' },
    done: { picture: 'unlock' },
  },
};
