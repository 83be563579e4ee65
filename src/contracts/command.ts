import { z } from 'zod';
import { LONGEST_CODE } from '../ports/code-scanner.ts';
import { mobileNumber, sixDigits } from './fields.ts';
import { maintenanceAct } from './maintenance/maintenance-act.ts';
import { RESIDENT_FIELDS } from './resident-field.ts';
import { OUTLET_KINDS } from './screen-words.ts';
import { serviceId } from './service.ts';

const bare = <T extends string>(type: T) => z.object({ type: z.literal(type) });

/** What the worker measured (ID-6): numbers only, never an image. */
export const faceResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('measured'),
    distance: z.number().nonnegative().max(10),
    liveness: z.enum(['passed', 'failed']),
    frames: z.number().int().nonnegative(),
    model: z.string().max(80),
    durationMs: z.number().nonnegative(),
  }),
  z.object({
    outcome: z.enum(['no-camera', 'no-face-in-reference', 'timed-out', 'worker-failed']),
    model: z.string().max(80),
    durationMs: z.number().nonnegative(),
  }),
]);
export type FaceResult = z.infer<typeof faceResult>;

/** What a resident can do. Time-outs, retries and decisions live in core. */
export const command = z.discriminatedUnion('type', [
  bare('start'),
  z.object({ type: z.literal('set-language'), language: z.enum(['zh-CN', 'en']) }),
  z.object({ type: z.literal('set-elder'), elder: z.boolean() }),
  z.object({ type: z.literal('set-low-reach'), lowReach: z.boolean() }),
  z.object({ type: z.literal('choose-service'), service: serviceId }),
  /** This screen is right, go on. */
  bare('confirm'),
  /** One screen back. */
  bare('back'),
  /** Ask to leave; core answers with the overlay. */
  bare('cancel'),
  /** Answers to an overlay. */
  bare('stay'),
  bare('leave'),
  /** Done reading an end screen. */
  bare('finish'),
  bare('try-again'),
  bare('consent-to-face'),
  bare('decline-face'),
  z.object({ type: z.literal('face-result'), result: faceResult }),
  bare('print-slip'),
  z.object({ type: z.literal('enter-mobile'), mobile: mobileNumber }),
  z.object({ type: z.literal('enter-sms-code'), code: sixDigits }),
  bare('resend-sms-code'),
  z.object({ type: z.literal('choose-occupation'), occupation: z.string().max(20) }),
  bare('use-chip-address'),
  z.object({ type: z.literal('enter-address'), address: z.string().trim().min(5).max(70) }),
  z.object({ type: z.literal('choose-outlet'), outlet: z.string().max(40) }),
  z.object({ type: z.literal('choose-photo'), source: z.enum(['camera', 'authority-file']) }),
  z.object({ type: z.literal('photo-taken'), jpegBase64: z.base64().max(200_000) }),
  bare('camera-failed'),
  bare('retake-photo'),
  z.object({ type: z.literal('choose-balance-sms'), wanted: z.boolean() }),
  z.object({ type: z.literal('change'), field: z.enum(RESIDENT_FIELDS) }),
  bare('submit'),
  /** The answer to a `choose` screen: one of its options. */
  z.object({ type: z.literal('choose'), value: z.string().max(60) }),
  /** Nobody wants to pay this any more. */
  bare('cancel-payment'),
  /** A4, on a screen that offers it. */
  bare('print-document'),
  /** READ-1: what the card may do now is told to its holder alone. */
  bare('show-state'),
  bare('scan-code'),
  /** ECARD-2: as scanned, passed on unparsed. */
  z.object({ type: z.literal('code-scanned'), code: z.string().min(1).max(LONGEST_CODE) }),
  z.object({ type: z.literal('choose-outlet-kind'), kind: z.enum(OUTLET_KINDS) }),
  z.object({ type: z.literal('choose-region'), region: z.string().max(40).nullable() }),
  /** HELP-1: letters or words; empty shows everything. */
  z.object({ type: z.literal('search'), text: z.string().max(40) }),
  z.object({ type: z.literal('open-topic'), topic: z.string().max(60) }),
  z.object({ type: z.literal('open-counter-topic'), topic: z.string().max(60) }),
]);
export type Command = z.infer<typeof command>;
export type CommandType = Command['type'];

export const COMMAND_TYPES = command.options.map((option) => option.shape.type.value) as [
  CommandType,
  ...CommandType[],
];

/** Renderer → core. `revision` is the view the resident was looking at. */
export const screenMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), protocol: z.literal(1) }),
  z.object({ kind: z.literal('command'), revision: z.number().int(), command }),
  /** Touches without a command (scrolling, typing): the time-out starts again. */
  z.object({ kind: z.literal('activity') }),
  /** A technician's touch, on the `maintenance` screen alone. */
  z.object({ kind: z.literal('maintain'), revision: z.number().int(), act: maintenanceAct }),
  /** The hidden gesture: a technician would like to be let in. Nothing shows it while a resident is served. */
  z.object({ kind: z.literal('call-technician') }),
  /** How many of the sentences that were said otherwise fit nowhere, and change nothing. */
  z.object({ kind: z.literal('texts-heard'), ignored: z.number().int().nonnegative() }),
  /**
   * Every five seconds, from a frame that was really drawn: a page that stops saying so is frozen. `heapBytes` null
   * where the browser does not tell; `touches` counts since the page was loaded.
   */
  z.object({
    kind: z.literal('page-alive'),
    heapBytes: z.number().nonnegative().nullable(),
    longestFrameMs: z.number().nonnegative(),
    touches: z.number().int().nonnegative(),
  }),
]);
export type ScreenMessage = z.infer<typeof screenMessage>;
