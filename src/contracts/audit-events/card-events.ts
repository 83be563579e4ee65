import type { AuditEvent } from './audit-event.ts';

/** Each move of a card, of a new one and of a resident's own. */
export const CARD_EVENTS = {
  'blank-taken': {
    meaning: 'A blank was asked for from the stack',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      card: 'line in the custody ledger',
      outcome: 'at-chip-station, nothing-moved, unknown-place',
      code: 'trouble code',
    },
  },
  'card-personalised': {
    meaning: 'A blank was written, printed and read back, or failed',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      card: 'line in the custody ledger',
      outcome: 'done or failed',
      code: 'trouble code',
    },
  },
  'card-rejected': {
    meaning: 'A failed card went into the bin',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      card: 'line in the custody ledger',
      outcome: 'binned, stayed, unknown-place',
      code: 'trouble code',
    },
  },
  'card-bound': {
    meaning: 'The authority answered the binding of card and person',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      card: 'line in the custody ledger',
      outcome: 'done, refused, void, in-progress',
      code: 'trouble code',
    },
  },
  'old-card-retained': {
    meaning: 'The old card of a swap was put into the retain bin',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      outcome: 'kept, still-latched, unknown-place',
      code: 'trouble code',
    },
  },
  'card-switched': {
    meaning: 'The authority answered the switch: old card void, new card usable',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      outcome: 'done, refused, void, in-progress',
      code: 'trouble code',
    },
  },
  'card-presented': {
    meaning: 'A new card goes to the gate',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      card: 'line in the custody ledger',
    },
  },
  'card-handed-over': {
    meaning: 'The handing over ended',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      card: 'line in the custody ledger',
      outcome: 'taken, not-taken, unknown',
      code: 'trouble code',
    },
  },
  'card-retained': {
    meaning: 'A new card that nobody took went into the bin, for its owner',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      card: 'line in the custody ledger',
      outcome: 'binned, stayed, unknown-place',
      code: 'trouble code',
    },
  },
  'own-card-accepted': {
    meaning: 'A card of a resident is latched in the acceptor',
    who: 'resident',
    fields: {
      card: 'line in the custody ledger',
    },
  },
  'own-card-given-back': {
    meaning: 'A card of a resident was offered back',
    who: 'kiosk',
    fields: {
      card: 'line in the custody ledger',
      outcome: 'taken or stuck',
      code: 'trouble code',
    },
  },
  'own-card-retained': {
    meaning: 'A card of a resident was kept',
    who: 'kiosk',
    fields: {
      card: 'line in the custody ledger',
      reason: 'not-taken or left-behind',
      outcome: 'retained or stuck',
    },
  },
} as const satisfies Record<string, AuditEvent>;
