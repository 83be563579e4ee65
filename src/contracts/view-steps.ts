import { z } from 'zod';
import { RESIDENT_FIELDS } from './resident-field.ts';
import { option, place, screen } from './view-chrome.ts';

/** Screens on which a resident says who they are and what is asked of them, service by service. */
export const STEP_SCREENS = [
  // identity
  screen('present-id-card', {
    phase: z.enum(['waiting', 'reading']),
    problem: z.enum(['lift-and-replace', 'reader-recovering']).nullable(),
  }),
  screen('who-you-are', {
    nameMasked: z.string(),
    numberMasked: z.string(),
    documentKind: z.enum([
      'resident-id-card',
      'hmt-residence-permit',
      'foreigner-permit-2017',
      'foreigner-permit-2023',
    ]),
    validTo: z.string().nullable(),
  }),

  // face (ID-5, ID-6)
  screen('face-consent', { tries: z.number() }),
  screen('face', {
    attempt: z.number(),
    of: z.number(),
    challenge: z.array(z.enum(['left', 'right'])),
    /** The chip portrait, for the comparison in the worker; published on this screen only. */
    portrait: z.object({ mediaType: z.string(), base64: z.string() }),
  }),
  screen('face-again', {
    attempt: z.number(),
    of: z.number(),
    why: z.enum(['not-alike', 'not-live', 'timed-out', 'not-measured']),
  }),
  screen('without-face', {
    why: z.enum(['declined', 'failed', 'no-portrait', 'no-camera']),
    staffCheck: z.boolean(),
    counters: z.array(place),
  }),

  // apply
  screen('details', { rows: z.array(z.object({ field: z.enum(RESIDENT_FIELDS), value: z.string() })) }),
  screen('mobile', { problem: z.enum(['too-many-codes', 'code-not-sent']).nullable() }),
  screen('sms-code', {
    mobileMasked: z.string(),
    triesLeft: z.number(),
    resendInSeconds: z.number(),
    problem: z.enum(['wrong', 'expired', 'try-again']).nullable(),
  }),
  screen('occupation', { options: z.array(option), chosen: z.string().nullable() }),
  screen('address', { chipAddress: z.string(), chosen: z.string().nullable() }),
  screen('collection-place', { places: z.array(place), chosen: z.string().nullable() }),
  screen('photo', { onFileBase64: z.string().nullable() }),
  screen('photo-camera', {}),
  screen('photo-approve', { jpegBase64: z.string() }),

  // activate
  screen('present-social-card', {
    phase: z.enum(['waiting', 'reading']),
    /** The reader leaves the card in the hand; the acceptor draws it in. */
    slot: z.enum(['reader', 'acceptor']),
    problem: z
      .enum(['mute', 'card-removed', 'not-a-social-security-card', 'read-failed', 'reader-recovering'])
      .nullable(),
  }),
  screen('pin', {
    round: z.enum(['first', 'again']),
    digits: z.number(),
    of: z.number(),
    problem: z
      .enum([
        'pins-differ',
        'same-as-initial',
        'one-digit-repeated',
        'run-up-or-down',
        'from-birth-date',
        'from-id-number',
        'from-mobile',
        'cancelled-at-pad',
        'timed-out',
        'pad-recovering',
      ])
      .nullable(),
    triesLeft: z.number(),
  }),
  screen('balance-sms', { mobileMasked: z.string().nullable() }),
] as const;
