import type { AuditEvent } from './audit-event.ts';

const technician = 'short id';

/** Technicians at the kiosk, and what the kiosk tells of itself before residents notice. */
export const MAINTENANCE_EVENTS = {
  'technician-signed-in': {
    meaning: 'A technician was let in',
    who: 'technician',
    fields: { technician, means: 'card or code', person: 'first or second' },
  },
  'technician-refused': {
    meaning: 'Somebody who said to be a technician was not let in',
    who: 'technician',
    fields: {
      technician: 'short id that was claimed; null where it is none of the list',
      means: 'card or code',
      why: 'wrong-code, wrong-pin, wrong-card, not-valid-today, waits, locked, same-person, not-this-role',
      wrong: 'wrong tries in a row',
    },
  },
  'technician-locked-out': {
    meaning: 'Fifteen wrong tries in a row: a supervisor has to let this person in again',
    who: 'kiosk',
    fields: { technician },
  },
  'technician-unlocked': {
    meaning: 'A supervisor let a technician in again',
    who: 'technician',
    fields: { technician, by: 'short id of the supervisor' },
  },
  'maintenance-started': {
    meaning: 'Maintenance mode began; no resident is served',
    who: 'technician',
    fields: { technician, called: 'gesture, door, restart' },
  },
  'maintenance-ended': {
    meaning: 'Maintenance mode ended',
    who: 'technician',
    fields: {
      technician,
      disposition: 'ready, not-ready, timed-out, restart, power-cut',
      seconds: 'how long it was on',
    },
  },
  'task-started': {
    meaning: 'A guided task was begun or gone on with',
    who: 'technician',
    fields: {
      task: 'name of the task',
      kind: 'which',
      technician,
      second: 'short id',
      resumed: 'true or false',
    },
  },
  'task-ended': {
    meaning: 'A guided task ended, or was left for later',
    who: 'technician',
    fields: {
      task: 'name of the task',
      kind: 'which',
      technician,
      disposition: 'done, given-up, failed, later',
      code: 'why it failed',
    },
  },
  'readiness-reported': {
    meaning: 'A readiness report was made and printed, saved or sent',
    who: 'kiosk',
    fields: {
      level: 'stop, soon, well',
      how: 'screen, paper, stick, centre',
      technician: 'short id; null in the morning',
    },
  },
  'alarm-raised': {
    meaning: 'Something needs hands soon',
    who: 'kiosk',
    fields: { alarm: 'which', which: 'device or bin', detail: 'numbers' },
  },
  'alarm-over': {
    meaning: 'What raised an alarm is over',
    who: 'kiosk',
    fields: { alarm: 'which', which: 'device or bin' },
  },
  'service-closed': {
    meaning: 'A technician took one service out of use',
    who: 'technician',
    fields: { service: 'which', reason: 'word of a closed set', technician },
  },
  'service-opened': {
    meaning: 'A technician put a service into use again',
    who: 'technician',
    fields: { service: 'which', technician },
  },
  'device-tested': {
    meaning: 'A device was tested alone',
    who: 'technician',
    fields: { device: 'device id', outcome: 'passed, failed, not-seen', code: 'trouble code', technician },
  },
  'device-replaced': {
    meaning: 'A line of the device table was changed',
    who: 'technician',
    fields: { device: 'device id', driver: 'name', transport: 'kind and address', technician },
  },
  'device-table-returned': {
    meaning: 'The device table before the last change was taken back: the new one did not work',
    who: 'kiosk',
    fields: { device: 'device id', code: 'trouble code' },
  },
  'logs-exported': {
    meaning: 'Logs and audit were written to a stick, enciphered for the centre',
    who: 'technician',
    fields: { technician, bytes: 'size', digest: 'SHA-256 of the file' },
  },
  'clock-set': {
    meaning: 'The clock was set',
    who: 'technician',
    fields: { technician, how: 'centre or by-hand', byMs: 'how far it was moved' },
  },
  'network-set': {
    meaning: 'The network settings were changed',
    who: 'technician',
    fields: { technician, interface: 'name', how: 'automatic or fixed', outcome: 'kept or taken-back' },
  },
  'screen-set': {
    meaning: 'The touch screen was calibrated, or low-reach mode was changed',
    who: 'technician',
    fields: { technician, missed: 'fields missed in the drawing test', lowReach: 'true or false' },
  },
  'restart-asked': {
    meaning: 'A technician restarted core or machine',
    who: 'technician',
    fields: { what: 'core or machine', technician },
  },
  'kiosk-enrolled': {
    meaning: 'The kiosk was made known to the centre',
    who: 'technician',
    fields: { technician, second: 'short id' },
  },
  'decommission-begun': {
    meaning: 'The kiosk is given up: from here on its keys and data are destroyed',
    who: 'technician',
    fields: { technician, second: 'short id', told: 'whether the centre knows' },
  },
  'watchdog-acted': {
    meaning: 'Something was wedged, and a watchdog healed it or tried to',
    who: 'kiosk',
    fields: { watchdog: 'core, screen, memory, touch', act: 'what it did', detail: 'numbers' },
  },
} as const satisfies Record<string, AuditEvent>;
