import { z } from 'zod';
import { COMMAND_TYPES } from './command.ts';
import { screenTexts } from './configuration/small-documents.ts';
import { hotline } from './fields.ts';
import { serviceId } from './service.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const place = z.object({
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
  /** Sentences said otherwise than shipped: with the first view a page gets; it holds until another comes. */
  texts: screenTexts.optional(),
};

/** One screen of the view: its own fields beside the chrome. */
export const screen = <N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.object({ screen: z.literal(name), ...chrome, ...shape });

/** What operators have to say, in the view's language. */
export const shownNotice = z.object({
  id: z.string(),
  level: z.enum(['notice', 'warning']),
  title: z.string(),
  text: z.string(),
});
export type ShownNotice = z.infer<typeof shownNotice>;
/** The screens have room for so many; warnings come first. */
export const MOST_NOTICES = 2;

export const option = z.object({ value: z.string(), label: z.string() });

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
  /** Emergency off: operators closed this one service everywhere. */
  'closed-by-centre',
  'maintenance',
  /** The centre knows this kiosk no more: nobody is served here, with or without a link. */
  'revoked',
  /** For ever: its keys and data are destroyed. */
  'decommissioned',
  'disk-full',
  'disk-not-writable',
] as const;

/** Works, but say so first: no paper for a receipt; a card that can't be made here is collected at an outlet. */
export const TILE_NOTICES = [
  'will-be-sent-later',
  'no-paper',
  'collect-later',
  'guide-only',
  /** No link or no ID card reader: a receipt can be checked, and nothing else of this service. */
  'receipts-only',
] as const;
export const tile = z.object({
  service: serviceId,
  minutes: z.number(),
  free: z.boolean(),
  available: z.boolean(),
  reason: z.enum(TILE_REASONS).nullable(),
  notice: z.enum(TILE_NOTICES).nullable(),
  /** Title of what operators have to say of this service. */
  said: z.string().optional(),
});
export type Tile = z.infer<typeof tile>;
