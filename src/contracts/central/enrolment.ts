import { z } from 'zod';
import { stuckRequest } from '../configuration/orders.ts';
import { alarm } from '../maintenance/alarm.ts';
import { serviceId } from '../service.ts';
import { exportKey } from './export-key.ts';

/** POST /v1/enrolments: once, with the one-time code an operator gave the technician. */
export const enrolmentRequest = z.object({
  code: z.string().min(8).max(64),
  name: z.string().min(1).max(80),
  /** Ed25519 public key of this kiosk (RFC 8037). */
  publicKey: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(40).max(50) }),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequest>;

export const enrolmentAnswer = z.object({
  kioskId: z.string().min(1),
  /** Also in each heartbeat's answer and at GET /v1/export-key. */
  exportKey: exportKey.optional(),
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

/** Audience of a kiosk's signed assertion; issuer and subject are the kiosk id; it lives at most 60 s, `jti` once. */
export const ASSERTION_AUDIENCE = 'yikatong-central';

/** POST /v1/tokens */
export const tokenRequest = z.object({ assertion: z.string().min(20).max(4096) });
export const tokenAnswer = z.object({
  accessToken: z.string(),
  expiresInSeconds: z.number().int().positive(),
});
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** What is used up. null: not known, or this kiosk has none of it. */
const supplies = z.object({
  blanks: z.number().int().nullable(),
  /** Receipts the paper is good for, by the printer's sensor: enough, low, out. */
  paper: z.enum(['enough', 'low', 'out']).nullable(),
  bins: z
    .array(z.object({ bin: z.string().max(40), cards: z.number().int(), capacity: z.number().int() }))
    .max(10),
  /** Since the counters were last set back: receipts printed, cards issued. */
  receipts: z.number().int().nullable(),
  cardsIssued: z.number().int().nullable(),
});

const keptCard = z.object({
  card: z.string().max(80),
  place: z.string().max(60),
  reason: z.string().max(80),
  since: z.number(),
  reference: z.string().max(40).nullable(),
});

/** Most stuck requests in one heartbeat: where there are as many, there may be more. */
export const MOST_STUCK = 50;

/** POST /v1/heartbeats, every 30 s and at each change of a device. */
export const heartbeat = z.object({
  bootId: z.string(),
  version: z.string(),
  policy: z.object({ id: z.string(), version: z.number().int() }),
  devices: z.array(z.object({ device: z.string(), state: z.string(), code: z.string().nullable() })).max(50),
  outbox: z.object({
    waiting: z.number().int(),
    oldestSeconds: z.number().int().nullable(),
    deadLetters: z.number().int(),
  }),
  openTransactions: z.number().int(),
  /** All that stand now: what is not among them is over. */
  alarms: z.array(alarm).max(60).optional(),
  /** A technician is at work since. */
  maintenanceSince: z.number().nullable().optional(),
  /** Every service as a resident finds it: what works now, and why not (not "lamp on"). */
  services: z
    .array(z.object({ service: serviceId, available: z.boolean(), reason: z.string().max(60).nullable() }))
    .max(40)
    .optional(),
  supplies: supplies.optional(),
  /** Requests that wait for people. */
  stuck: z.array(stuckRequest).max(MOST_STUCK).optional(),
  /** Cards kept in bins: masked, each with place and reason (INV-5). */
  keptCards: z.array(keptCard).max(200).optional(),
  /** When the centre's certificate ends, as this kiosk sees it. */
  certificateEndsAt: z.number().nullable().optional(),
});
export type Heartbeat = z.infer<typeof heartbeat>;
/** Both of the later fields let a kiosk notice that the centre was restored from an older backup. */
export const heartbeatAnswer = z.object({
  serverTime: z.iso.datetime(),
  /** When the service was last started. A restored database is always seen first by a service started anew. */
  upSince: z.iso.datetime().optional(),
  /** The last audit record of this kiosk that the centre has; 0 where it has none. */
  auditUpTo: z.number().int().nonnegative().optional(),
  /** Whom logs on a stick are enciphered for. */
  exportKey: exportKey.optional(),
});
export type HeartbeatAnswer = z.infer<typeof heartbeatAnswer>;
