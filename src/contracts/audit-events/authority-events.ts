import type { AuditEvent } from './audit-event.ts';

/** One act at the authority, through the queue or at once, and how transactions end. */
export const AUTHORITY_EVENTS = {
  'application-accepted': {
    meaning: 'An application is on disk and in the queue',
    who: 'resident',
    fields: { reference: 'receipt reference', transaction: 'transaction id', link: 'up or down' },
  },
  'loss-accepted': {
    meaning: 'A loss report is on disk and in the queue; the card is blocked when it was sent',
    who: 'resident',
    fields: { reference: 'receipt reference', transaction: 'transaction id', link: 'up or down' },
  },
  'certification-accepted': {
    meaning: 'A certification is on disk and in the queue',
    who: 'resident',
    fields: { reference: 'receipt reference', transaction: 'transaction id', link: 'up or down' },
  },
  'operation-sent': {
    meaning: 'The authority answered an operation',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      kind: 'operation kind',
      outcome: 'done, refused, in-progress, void',
      code: 'refusal code',
    },
  },
  'operation-forgotten': {
    meaning:
      'The centre had answered this operation and knows nothing of it any more: it was restored from an older backup',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      act: 'the act in the journal',
      key: 'idempotency key of the operation',
      outcome: 'what it had answered: done, refused, paid, open, not-paid',
    },
  },
  'activation-started': {
    meaning: 'Intent to activate is on disk',
    who: 'resident',
    fields: { reference: 'receipt reference', transaction: 'transaction id' },
  },
  'activation-ended': {
    meaning: 'The bank answered the activation, or it is still unknown',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      disposition: 'done, refused, unknown, void',
      code: 'refusal code',
    },
  },
  'loss-undo-started': {
    meaning: 'Intent to undo a loss report is on disk',
    who: 'resident',
    fields: { reference: 'receipt reference', transaction: 'transaction id' },
  },
  'loss-undo-ended': {
    meaning: 'The authority answered the undoing, or it is still unknown',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      disposition: 'done, refused, unknown, void',
      code: 'refusal code',
    },
  },
  'contact-change-started': {
    meaning: 'Intent to change contact data is on disk',
    who: 'resident',
    fields: { reference: 'receipt reference', transaction: 'transaction id' },
  },
  'contact-change-ended': {
    meaning: 'The authority answered the change, or it is still unknown',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      disposition: 'done, refused, unknown, void',
      code: 'refusal code',
    },
  },
  'transaction-settled': {
    meaning: 'An open transaction was brought to a true state after a fault',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      service: 'service id',
      decision: 'what settle said',
    },
  },
  'transaction-unknown': {
    meaning: 'An open transaction is not known to have ended: what is asked about, once for each',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      service: 'service id',
      unknown: 'authority-silent, payment-unknown, issuer-silent, acceptor-silent',
    },
  },
  'transaction-needs-technician': {
    meaning: 'The journal of an open transaction contradicts itself; a person must look at it',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      service: 'service id',
      fault: 'what is wrong with the journal',
    },
  },
  'dead-letter': {
    meaning: 'The authority refused an operation for good',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      kind: 'operation kind',
      code: 'refusal code',
    },
  },
} as const satisfies Record<string, AuditEvent>;
