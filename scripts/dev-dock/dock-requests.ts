import { z } from 'zod';
import { STATUS_FAULTS, WIRE_FAULTS } from '../../drivers/virtual/id-card-reader/faults.ts';
import { PAD_FAULTS } from '../../drivers/virtual/pin-pad/pad-faults.ts';
import { PRINTER_FAULTS } from '../../drivers/virtual/receipt-printer/printer-faults.ts';
import { cardFaultsSchema } from '../../drivers/virtual/social-card/card-spec.ts';
import { CRASH_POINTS } from '../../main/core/crash-points.ts';

/** What can be asked of the dev dock, one schema for each kind of request. */

export const ID_READER_FAULTS = [...WIRE_FAULTS, ...STATUS_FAULTS] as const;
export const PAD_KEYS = [
  ...(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const),
  ...(['enter', 'clear', 'backspace', 'cancel'] as const),
] as const;
export const CARD_KINDS = ['own', 'upside-down', 'bank-card', 'nonsense'] as const;
/** Routes of the central API that a resident's session uses. */
export const CENTRAL_ROUTES = [
  'PUT /v1/operations/:key',
  'GET /v1/operations/:key',
  'POST /v1/operations/:key/void',
  'GET /v1/payments/:key',
  'POST /v1/personalisations',
  'POST /v1/personalisations/:id/answers',
  'POST /v1/bank/pin-checks',
  'POST /v1/residents/eligibility',
  'POST /v1/residents/photo-on-file',
  'POST /v1/residents/card',
  'POST /v1/residents/insurance-records',
  'POST /v1/residents/contribution-records',
  'POST /v1/residents/applications',
  'POST /v1/residents/contact-data',
  'POST /v1/cards/status',
  'POST /v1/card-keys/external-authentication',
  'POST /v1/electronic-card-checks',
  'POST /v1/sms-codes',
] as const;
export const CENTRAL_FAULTS = [
  'refuse',
  'hold',
  'drop-before-effect',
  'answer-late',
  'drop-after-effect',
] as const;

/** A resident named in the request, or else the one who was chosen. */
export const residentRequest = z.strictObject({ residentId: z.string().optional() });
export const chooseRequest = z.strictObject({ residentId: z.string() });
export const idReaderFaultRequest = z.strictObject({
  fault: z.enum(ID_READER_FAULTS),
  times: z.union([z.int().min(1).max(100), z.literal('always')]).default(1),
});
export const insertRequest = z.strictObject({
  residentId: z.string().optional(),
  card: z.enum(CARD_KINDS).default('own'),
  faults: cardFaultsSchema.default({}),
});
export const pressRequest = z.strictObject({ key: z.enum(PAD_KEYS) });
export const typePinRequest = z.strictObject({ pin: z.string().regex(/^\d{1,12}$/) });
export const padFaultRequest = z.strictObject({
  fault: z.enum(PAD_FAULTS),
  always: z.boolean().default(false),
});
export const printerFaultRequest = z.strictObject({ fault: z.enum(PRINTER_FAULTS) });
export const mendPrinterRequest = z.strictObject({ fault: z.enum(PRINTER_FAULTS).optional() });
export const linkRequest = z.strictObject({ up: z.boolean() });
export const killRequest = z.strictObject({ at: z.enum(['now', ...CRASH_POINTS]) });
export const centralFaultRequest = z.strictObject({
  route: z.enum(CENTRAL_ROUTES),
  mode: z.enum(CENTRAL_FAULTS),
  times: z.int().min(1).max(10_000).default(1),
});
export const cameraRequest = z.strictObject({
  camera: z.enum(['resident-turning', 'resident-still', 'resident-photo', 'somebody-else', 'own-camera']),
});
export type DockCamera = z.infer<typeof cameraRequest>['camera'];
