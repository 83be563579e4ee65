import type { AuditEvent } from './audit-event.ts';

/** Requests with money or a card: charge, payment, loss, acceptance. */
export const REQUEST_EVENTS = {
  'request-opened': {
    meaning: 'A request with money or a card was opened; what it costs is on disk',
    who: 'resident',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      service: 'service id',
      fen: 'what is to pay',
    },
  },
  'payment-order-created': {
    meaning: 'The acquirer shows a QR code for one order',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
    },
  },
  'payment-ended': {
    meaning: 'It is known what became of the order',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      outcome: 'paid, none, refused, expired, cancelled',
      fen: 'what was paid',
    },
  },
  'refund-ordered': {
    meaning: 'Money goes back; the order for it is in the queue',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      fen: 'how much',
      reason: 'why',
    },
  },
  'loss-reported': {
    meaning: 'The authority answered the loss report of a request',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      outcome: 'done, refused, void, in-progress',
      code: 'trouble code',
    },
  },
  'request-accepted': {
    meaning: 'The authority answered the request for a card: done means that it owes one',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      outcome: 'done, refused, void, in-progress',
      code: 'trouble code',
    },
  },
  'request-ended': {
    meaning: 'A request is closed',
    who: 'kiosk',
    fields: {
      reference: 'receipt reference',
      transaction: 'transaction id',
      service: 'service id',
      end: 'what it became',
      technician: 'what a person has to look at',
    },
  },
} as const satisfies Record<string, AuditEvent>;
