import { z } from 'zod';
import { RECEIPT_PARTS } from '../receipt/receipt-facts.ts';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import { maintenancePage } from './maintenance/page.ts';
import { RESIDENT_FIELDS } from './resident-field.ts';
import { NOTICE_FACTS, NOTICES, QUESTIONS, WORKING_ACTS } from './screen-words.ts';
import { serviceId } from './service.ts';
import { REFUSAL_FACTS, REFUSALS, TROUBLES } from './trouble.ts';
import { MOST_NOTICES, place, screen, shownNotice, TILE_REASONS, tile } from './view-chrome.ts';
import { LOOK_UP_SCREENS } from './view-look-ups.ts';
import { STEP_SCREENS } from './view-steps.ts';

export {
  LANGUAGES,
  type Language,
  type Place,
  type ShownNotice,
  TILE_NOTICES,
  TILE_REASONS,
  type Tile,
} from './view-chrome.ts';

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
  screen('welcome', { cardLeftBehind: z.boolean(), notices: z.array(shownNotice).max(MOST_NOTICES) }),
  screen('home', {
    tiles: z.array(tile),
    selfServiceAge: z.number(),
    notices: z.array(shownNotice).max(MOST_NOTICES),
  }),
  ...STEP_SCREENS,

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

  ...LOOK_UP_SCREENS,

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
