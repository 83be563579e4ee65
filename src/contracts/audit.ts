import { z } from 'zod';

/** One row of the closed catalogue; `docs/audit-events.md` is generated from it. */
interface AuditEvent {
  readonly meaning: string;
  readonly who: 'resident' | 'technician' | 'kiosk';
  /** Allowed detail fields. None of them may hold personal data: codes, counts, scores, references only. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Every event the kiosk may record. Long acts are `…-started` / `…-ended` with a disposition.
 * A name that is not here does not compile; a field that is not here is refused when written.
 */
export const AUDIT_EVENTS = {
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
  'session-started': {
    meaning: 'A resident touched the start screen',
    who: 'resident',
    fields: { language: 'zh-CN or en', elder: 'elder mode' },
  },
  'session-ended': {
    meaning: 'The session and its data are gone',
    who: 'kiosk',
    fields: {
      disposition: 'completed, cancelled, timed-out, refused, trouble',
      service: 'service chosen, if any',
      seconds: 'how long it lasted',
    },
  },
  'service-chosen': { meaning: 'A tile was touched', who: 'resident', fields: { service: 'service id' } },
  'identity-read': {
    meaning: 'An identity document was read',
    who: 'resident',
    fields: { kind: 'document kind', outcome: 'accepted or the refusal' },
  },
  'face-consent-given': { meaning: 'Consent to face verification', who: 'resident', fields: {} },
  'face-consent-declined': {
    meaning: 'Face verification declined; the no-face path opens',
    who: 'resident',
    fields: {},
  },
  'face-verified': {
    meaning: 'One face verification ended',
    who: 'kiosk',
    fields: {
      attempt: 'number of the try',
      decision: 'accept, retry, refuse, not-measured',
      distance: 'score',
      liveness: 'passed or failed',
      model: 'model name',
      durationMs: 'milliseconds',
    },
  },
  'counter-slip-printed': {
    meaning: 'Slip for the counter (no-face path)',
    who: 'resident',
    fields: { reference: 'receipt reference', outcome: 'printed or the trouble' },
  },
  'mobile-confirmation-ended': {
    meaning: 'The SMS code step ended',
    who: 'resident',
    fields: { outcome: 'confirmed, wrong-three-times, expired, not-possible-offline' },
  },
  'social-card-read': {
    meaning: 'A social security card was presented',
    who: 'resident',
    fields: { outcome: 'read or the refusal', specVersion: 'card specification', generation: '2 or 3' },
  },
  'pin-entered': {
    meaning: 'The PIN step at the pad ended',
    who: 'resident',
    fields: { outcome: 'entered, cancelled-at-pad, timed-out, pad-failed' },
  },
  'pin-checked': {
    meaning: 'The bank checked the new PIN',
    who: 'kiosk',
    fields: { outcome: 'ok or the rule that refuses it' },
  },
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
    },
  },
  'card-placed': {
    meaning: 'A technician found out where a card is that was lost from sight',
    who: 'technician',
    fields: {
      act: 'name of the act',
      technician: 'short id',
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
  'records-shown': {
    meaning: 'A resident was shown own records; nothing of them is kept (REC-3)',
    who: 'resident',
    fields: { category: 'insurance or payments', type: 'insurance type', outcome: 'shown or the trouble' },
  },
  'document-printed': {
    meaning: 'Something looked at was put on paper',
    who: 'resident',
    fields: {
      document: 'records or outlets',
      paper: 'a4 or slip',
      outcome: 'printed or the trouble',
    },
  },
  'electronic-card-checked': {
    meaning: 'The code of an electronic card was checked (ECARD-2); the code itself is nowhere',
    who: 'resident',
    fields: { outcome: 'valid, expired, unknown or the trouble' },
  },
  'receipt-printed': {
    meaning: 'A receipt was offered',
    who: 'kiosk',
    fields: { reference: 'receipt reference', state: 'receipt state', outcome: 'printed or the trouble' },
  },
  'card-left-behind': {
    meaning: 'A card was still in a reader when the session ended',
    who: 'kiosk',
    fields: { reader: 'device class' },
  },
  'device-state-changed': {
    meaning: 'A device changed state',
    who: 'kiosk',
    fields: { device: 'device id', state: 'XFS4IoT state', code: 'trouble code' },
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

export type AuditEventId = keyof typeof AUDIT_EVENTS;
export type AuditDetail<E extends AuditEventId> = {
  readonly [F in keyof (typeof AUDIT_EVENTS)[E]['fields']]?: string | number | boolean | null;
};

/** One recorded event as it is stored and synced. */
export const auditRecord = z.object({
  /** Counts up by one per kiosk; a gap is an alarm. */
  sequence: z.number().int().positive(),
  at: z.iso.datetime(),
  event: z.enum(Object.keys(AUDIT_EVENTS) as [AuditEventId, ...AuditEventId[]]),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** SHA-256 over the previous hash and this record (hex). */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AuditRecord = z.infer<typeof auditRecord>;
