import type { AuditEvent } from './audit-event.ts';

/** What a person did and was shown. */
export const VISIT_EVENTS = {
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
  'session-facts': {
    meaning:
      'What the pack decided about a session and on what, for replaying a draft against the past; nothing of it names a person',
    who: 'kiosk',
    fields: {
      day: 'calendar day',
      pack: 'pack id and version',
      assignment: 'version of the configuration the session ran under',
      service: 'service id',
      document: 'kind of identity document',
      age: 'full years',
      region: 'issuing region of the card, first digits',
      generation: '2 or 3',
      faceDistance: 'score of the last comparison',
      faceTries: 'how many comparisons',
      lossTerm: 'term of a loss report',
      exchangeReason: 'reason of an exchange',
      waivers: 'fee waivers that counted',
      chargedFen: 'what was to be paid',
      disposition: 'completed, cancelled, timed-out, refused, trouble',
      outcome: 'refusal or receipt state',
      seconds: 'how long it lasted',
    },
  },
  'receipt-checked': {
    meaning: 'The signed code of a receipt was shown to the kiosk',
    who: 'resident',
    fields: { outcome: 'genuine or the fault', online: 'whether the centre said where the request stands' },
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
} as const satisfies Record<string, AuditEvent>;
