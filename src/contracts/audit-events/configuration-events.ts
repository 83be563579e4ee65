import type { AuditEvent } from './audit-event.ts';

/** Configuration from the centre: taken in, applied, gone back from, refused (INV-7). */
export const CONFIGURATION_EVENTS = {
  'configuration-received': {
    meaning: 'An assignment and all of its documents were fetched and checked; nothing is applied yet',
    who: 'kiosk',
    fields: {
      assignment: 'its version',
      documents: 'kind and version of each',
      when: 'now, after the resident, on its day',
    },
  },
  'configuration-applied': {
    meaning: 'From now on the kiosk runs it; nobody was being served',
    who: 'kiosk',
    fields: { assignment: 'its version', documents: 'kind and version of each' },
  },
  'configuration-kept': {
    meaning: 'Its first journeys went well: it is the last good one now',
    who: 'kiosk',
    fields: { assignment: 'its version', sessions: 'journeys watched' },
  },
  'configuration-returned': {
    meaning: 'The kiosk went back to the last good configuration',
    who: 'kiosk',
    fields: {
      assignment: 'version left',
      to: 'version run now; 0: as shipped',
      reason: 'journeys-failed, crashed-core, told-to',
    },
  },
  'configuration-refused': {
    meaning: 'Something the centre handed out was not taken in; what runs goes on (INV-7)',
    who: 'kiosk',
    fields: {
      assignment: 'its version',
      document: 'kind and version, if one is to blame',
      reason: 'configuration trouble',
    },
  },
  'root-followed': {
    meaning: 'A newer root of trust, signed by the one before, was taken in',
    who: 'kiosk',
    fields: { from: 'version', to: 'version' },
  },
  'service-closed-by-centre': {
    meaning: 'Emergency off: operators closed a service everywhere',
    who: 'kiosk',
    fields: { service: 'service id', open: 'false when closed, true when open again' },
  },
  'kiosk-revoked': {
    meaning: 'The centre knows this kiosk no more: nobody is served',
    who: 'kiosk',
    fields: {},
  },
  'order-carried-out': {
    meaning: 'An order of operators about a stuck request was carried out',
    who: 'kiosk',
    fields: {
      order: 'order id',
      kind: 'order kind',
      reference: 'receipt reference',
      outcome: 'done, not-there, not-possible',
      decidedBy: 'operator ids',
    },
  },
} as const satisfies Record<string, AuditEvent>;
