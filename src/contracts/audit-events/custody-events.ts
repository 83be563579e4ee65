import type { AuditEvent } from './audit-event.ts';

/** The custody ledger and what technicians do with cards (INV-3). */
export const CUSTODY_EVENTS = {
  'custody-loaded': {
    meaning: 'Blanks were put into the issuer',
    who: 'technician',
    fields: {
      blanks: 'how many',
      reason: 'why',
    },
  },
  'custody-corrected': {
    meaning: 'The ledger was brought to what the sensors say',
    who: 'kiosk',
    fields: {
      card: 'line in the custody ledger',
      place: 'where it is now',
      reason: 'why',
    },
  },
  'blanks-loaded': {
    meaning: 'A technician put blanks into the stack',
    who: 'technician',
    fields: {
      act: 'name of the act',
      technician: 'short id',
      blanks: 'how many',
      stock: 'in the stack by the ledger, afterwards',
      second: 'short id of the second person',
      label: 'how many the pack says',
      explained: 'why the count is not the label: pack-was-short, cards-damaged, label-wrong',
    },
  },
  'stack-counted': {
    meaning: 'A technician counted the stack; the ledger has what was counted',
    who: 'technician',
    fields: {
      act: 'name of the act',
      technician: 'short id',
      expected: 'by the ledger before',
      counted: 'what was there',
      second: 'short id of the second person',
      explained: 'why they differ: card-missing, card-too-many, reason-unknown',
    },
  },
  'bin-emptied': {
    meaning: 'A technician took the cards of a bin out of the kiosk',
    who: 'technician',
    fields: {
      act: 'name of the act',
      technician: 'short id',
      bin: 'issuer or acceptor',
      expected: 'by the ledger before',
      counted: 'what was there',
      bag: 'number of the sealed bag',
      second: 'short id of the second person',
      explained: 'why they differ: card-missing, card-too-many, reason-unknown',
    },
  },
  'card-placed': {
    meaning: 'A technician found out where a card is that was lost from sight',
    who: 'technician',
    fields: {
      act: 'name of the act',
      technician: 'short id',
      second: 'short id of the second person',
      card: 'line in the custody ledger',
      found: 'in-bin, in-path, in-stack, in-bag, not-here',
      place: 'where the ledger has it now',
    },
  },
  'stack-disagrees': {
    meaning: "The stack's sensor says otherwise than the custody ledger; a technician has to count",
    who: 'kiosk',
    fields: { sensor: 'empty, low, enough', ledger: 'blanks in the stack by the ledger' },
  },
} as const satisfies Record<string, AuditEvent>;
