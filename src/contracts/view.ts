import { z } from 'zod';
import { FINANCIAL_STATES } from '../card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../card/social-security-side.ts';
import { APPLICATION_FAILURES, APPLICATION_STEPS } from '../contracts/central/queries.ts';
import { INSURANCE_TYPES } from '../policy/closed-sets.ts';
import { RECEIPT_PARTS } from '../receipt/receipt-facts.ts';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import { COMMAND_TYPES } from './command.ts';
import { hotline } from './fields.ts';
import { maintenancePage } from './maintenance/page.ts';
import { RESIDENT_FIELDS } from './resident-field.ts';
import {
  NOTICE_FACTS,
  NOTICES,
  OUTLET_KINDS,
  QUESTIONS,
  RECORD_FACTS,
  WORKING_ACTS,
} from './screen-words.ts';
import { serviceId } from './service.ts';
import { REFUSAL_FACTS, REFUSALS, TROUBLES } from './trouble.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const place = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  address: z.string(),
  phones: z.array(z.string()),
});
export type Place = z.infer<typeof place>;

/** Present on every screen. */
const chrome = {
  /** Counts up with each published view; a command names the view it answers, so a late touch is dropped. */
  revision: z.number().int(),
  kioskName: z.string(),
  language: z.enum(LANGUAGES),
  elder: z.boolean(),
  /** All that can be touched stands in the lower part of an upright screen (experience.md: 1,200 mm). */
  lowReach: z.boolean(),
  /** The service being done, once chosen. */
  service: serviceId.nullable(),
  /** Which step of how many, as the resident counts them. */
  progress: z.object({ step: z.number().int().positive(), of: z.number().int().positive() }).nullable(),
  /** Seconds until this screen gives up, at the moment of publishing; null: no time-out here. */
  secondsLeft: z.number().nullable(),
  /** Every button follows this list: what is not in it is not on the screen. */
  can: z.array(z.enum(COMMAND_TYPES)),
  overlay: z
    .discriminatedUnion('kind', [
      /** Are you still there? Answered by `stay` or `leave`. */
      z.object({ kind: z.literal('time-out'), secondsLeft: z.number() }),
      /** Really leave? Answered by `stay` or `leave`. */
      z.object({ kind: z.literal('leave') }),
    ])
    .nullable(),
  hotlines: z.array(hotline),
  /** False while the authority can't be reached. */
  linkUp: z.boolean(),
  /** Asia/Shanghai wall clock of the core, milliseconds since the epoch. */
  now: z.number(),
};

const screen = <N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.object({ screen: z.literal(name), ...chrome, ...shape });

const option = z.object({ value: z.string(), label: z.string() });

/** `available:false` carries the reason, before the resident starts (services.md). */
export const TILE_REASONS = [
  'not-at-this-kiosk',
  'link-down',
  'id-card-reader-down',
  'social-card-reader-down',
  'pin-pad-down',
  'printer-down',
  'card-reader-down',
  'card-acceptor-down',
  'card-issuer-down',
  'no-stock',
  'retain-bin-full',
  /** The kiosk's own accounts do not agree (INV-1…8): a technician has to look. */
  'invariant-violated',
  /** A technician took this one service out of use, or works at the kiosk. */
  'closed-by-technician',
  'maintenance',
  /** For ever: its keys and data are destroyed. */
  'decommissioned',
  'disk-full',
  'disk-not-writable',
] as const;

/** Works, but say so first: no paper for a receipt; a card that can't be made here is collected at an outlet. */
export const TILE_NOTICES = ['will-be-sent-later', 'no-paper', 'collect-later', 'guide-only'] as const;
const tile = z.object({
  service: serviceId,
  minutes: z.number(),
  free: z.boolean(),
  available: z.boolean(),
  reason: z.enum(TILE_REASONS).nullable(),
  notice: z.enum(TILE_NOTICES).nullable(),
});
export type Tile = z.infer<typeof tile>;

export const view = z.discriminatedUnion('screen', [
  screen('out-of-service', {
    reasons: z.array(z.enum(TILE_REASONS)),
    /** Milliseconds since the epoch; null where it is not known. */
    since: z.number().nullable(),
    /** Where to go instead. */
    counters: z.array(place),
  }),
  /** A technician at work; whoever else stands there reads since when, and where to go. */
  screen('maintenance', { page: maintenancePage, since: z.number(), counters: z.array(place) }),
  screen('welcome', { cardLeftBehind: z.boolean() }),
  screen('home', { tiles: z.array(tile), selfServiceAge: z.number() }),

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

  // questions, notices and waits of all services
  /** One question, one touch. `label` null: the catalogue has the words for this value. */
  screen('choose', {
    question: z.enum(QUESTIONS),
    options: z.array(
      z.object({
        value: z.string(),
        label: z.string().nullable(),
        note: z.string().nullable(),
        feeFen: z.number().int().nullable(),
      }),
    ),
    chosen: z.string().nullable(),
  }),
  /** Something to know before going on; `confirm` goes on. */
  screen('notice', { what: z.enum(NOTICES), facts: z.partialRecord(z.enum(NOTICE_FACTS), z.string()) }),
  screen('pay', {
    /** `asking`: the code is gone from the screen, the centre is asked what became of the payment. */
    phase: z.enum(['open', 'asking']),
    items: z.array(z.object({ what: z.enum(['loss', 'card']), fen: z.number().int() })),
    amountFen: z.number().int(),
    qr: z.string().nullable(),
    /** Milliseconds since the epoch. */
    expiresAt: z.number().nullable(),
  }),
  screen('making-card', {
    phase: z.enum([
      'taking-blank',
      'writing',
      'printing-face',
      'checking',
      'binding',
      'rejecting',
      'keeping-old-card',
    ]),
    /** 1 for the first blank. */
    blank: z.number().int(),
    expectSeconds: z.number(),
  }),
  /** A card stands at a gate. The countdown is the kiosk's, not the session's. */
  screen('take-card', { which: z.enum(['new', 'own']), until: z.number(), moving: z.boolean() }),

  // read my card (READ-1), electronic card (ECARD-2)
  screen('card-view', {
    from: z.enum(['card', 'electronic-card']),
    generation: z.union([z.literal(2), z.literal(3)]).nullable(),
    cardNumberMasked: z.string().nullable(),
    nameMasked: z.string().nullable(),
    region: z.string().nullable(),
    issuedOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
    /** null: not known without identity. */
    socialSecurity: z.enum(SOCIAL_SECURITY_STATES).nullable(),
    financial: z.enum(FINANCIAL_STATES).nullable(),
    next: z.array(serviceId),
  }),
  screen('scan-code', { problem: z.enum(['expired', 'unknown', 'camera-down']).nullable() }),

  // records (REC), progress (PROG), contact data (INFO)
  screen('records', {
    category: z.enum(['insurance', 'payments']),
    type: z.enum(INSURANCE_TYPES),
    year: z.number().int(),
    facts: z.array(z.object({ fact: z.enum(RECORD_FACTS), value: z.string() })),
    months: z.array(
      z.object({
        month: z.string(),
        baseFen: z.number(),
        personalFen: z.number(),
        employerFen: z.number(),
        paid: z.boolean(),
      }),
    ),
    paper: z.enum(['not-possible', 'offered', 'printing', 'printed', 'failed']),
  }),
  screen('applications', {
    applications: z.array(
      z.object({
        number: z.string(),
        purpose: z.enum(['application', 'replacement', 'swap', 'exchange']),
        acceptedOn: z.string(),
        step: z.enum(APPLICATION_STEPS),
        failure: z.enum(APPLICATION_FAILURES).nullable(),
        readyBy: z.string().nullable(),
        collectBy: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
  }),
  screen('contact-data', {
    lines: z.array(
      z.object({
        field: z.enum(['mobile', 'occupation', 'residential-address']),
        value: z.string(),
        changed: z.boolean(),
      }),
    ),
  }),

  // without identity
  screen('electronic-card', {
    channels: z.array(
      z.object({
        name: z.string(),
        note: z.string(),
        url: z.string().nullable(),
        hotline: z.string().nullable(),
      }),
    ),
    canScan: z.boolean(),
  }),
  screen('outlets', {
    kind: z.enum(OUTLET_KINDS),
    region: z.string().nullable(),
    regions: z.array(z.string()),
    places: z.array(
      place.extend({
        newCard: z.boolean(),
        replacement: z.boolean(),
        /** Makes cards for adults with a resident ID card alone. */
        adultsOnly: z.boolean(),
      }),
    ),
    /** Whether the list names them all, and how old it is. */
    list: z.object({ partial: z.boolean(), asOf: z.string() }).nullable(),
    paper: z.enum(['not-possible', 'offered', 'printing', 'printed', 'failed']),
  }),
  screen('help', {
    query: z.string(),
    topics: z.array(z.object({ id: z.string(), question: z.string() })),
    /** services.md 13: what only a counter does. */
    counterTopics: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  screen('help-topic', {
    question: z.string(),
    answer: z.array(z.string()),
    /** Offered below the answer; the chrome's `service` is help itself. */
    settledBy: serviceId.nullable(),
  }),
  screen('counter-topic', {
    title: z.string(),
    who: z.string(),
    papers: z.array(z.string()),
    where: z.string(),
    howLong: z.string(),
    counters: z.array(place),
  }),

  // shared ends
  screen('check-answers', {
    lines: z.array(
      z.object({
        field: z.enum(RESIDENT_FIELDS),
        value: z.string(),
        fromChip: z.boolean(),
        change: z.boolean(),
      }),
    ),
    feeFen: z.number().int(),
    /** True where the act will wait for the link. */
    queued: z.boolean(),
  }),
  screen('working', {
    act: z.enum(WORKING_ACTS),
    expectSeconds: z.number(),
  }),
  screen('receipt', {
    state: z.enum(RECEIPT_STATES),
    reference: z.string().nullable(),
    qr: z.string().nullable(),
    paper: z.enum(['printing', 'printed', 'no-paper', 'printer-down']),
    /** What happens next, by when, where (APPLY-7). */
    applicationNumber: z.string().nullable(),
    readyBy: z.string().nullable(),
    collectWithinDays: z.number().nullable(),
    place: place.nullable(),
    refusal: z.enum(REFUSALS).nullable(),
    mobileUnconfirmed: z.boolean(),
    validUntil: z.string().nullable(),
    lostUntil: z.string().nullable(),
    /** LOSS-5: in the largest letters there are. */
    notBlockedYet: z.boolean(),
    money: z
      .object({
        state: z.enum(['not-taken', 'taken', 'coming-back', 'unknown']),
        paidFen: z.number().int(),
        keptFen: z.number().int(),
        returnFen: z.number().int(),
      })
      .nullable(),
    parts: z.array(z.enum(RECEIPT_PARTS)),
    /** Services that fit next; identity and face stand. */
    next: z.array(serviceId),
  }),
  screen('refusal', {
    reason: z.enum(REFUSALS),
    /** Date, age, region, masked number: what the sentence needs. */
    facts: z.partialRecord(z.enum(REFUSAL_FACTS), z.string()),
    papers: z.array(z.string()),
    counters: z.array(place),
    instead: z.array(serviceId),
  }),
  screen('trouble', {
    what: z.enum(TROUBLES),
    /** What it means for the card: never put in, in your hand, or still in the reader. */
    card: z.enum(['none', 'with-you', 'take-it-back']),
    nothingChanged: z.boolean(),
    counters: z.array(place),
  }),
  screen('take-cards', { readers: z.array(z.enum(['id-card', 'social-card', 'own-card'])) }),
  screen('ended', { why: z.enum(['goodbye', 'timed-out', 'cancelled']) }),
]);

export type View = z.infer<typeof view>;
export type Screen = View['screen'];
export type ViewOf<S extends Screen> = Extract<View, { screen: S }>;
