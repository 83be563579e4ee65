import type { AuditEvent } from './audit-event.ts';

/** The kiosk itself: its start, its store, its devices. */
export const KIOSK_EVENTS = {
  'kiosk-started': {
    meaning: 'Core came up',
    who: 'kiosk',
    fields: {
      version: 'software version',
      policy: 'pack id and version',
      openTransactions: 'found at start',
    },
  },
  'store-restored': {
    meaning:
      'The store file was damaged, gone or without its log; the last backup (or an empty store) took its place',
    who: 'kiosk',
    fields: {
      reason: 'damaged, missing, or log-missing (older than its own backup)',
      gapSeconds: 'age of the backup; null where there was none',
    },
  },
  'disk-trouble-over': {
    meaning: 'The disk takes writes again; nobody was served meanwhile',
    who: 'kiosk',
    fields: { reason: 'disk-full or disk-not-writable', seconds: 'how long the kiosk was closed' },
  },
  'invariant-violated': {
    meaning: 'Something that must hold whatever happens does not: the core stops, or the kiosk is closed',
    who: 'kiosk',
    fields: {
      invariant: 'INV-1 to INV-8',
      code: 'what was found',
      transaction: 'transaction id, if one is to blame',
    },
  },
  'device-state-changed': {
    meaning: 'A device changed state',
    who: 'kiosk',
    fields: { device: 'device id', state: 'XFS4IoT state', code: 'trouble code' },
  },
} as const satisfies Record<string, AuditEvent>;
