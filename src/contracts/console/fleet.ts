import { z } from 'zod';
import { assignedDocument } from '../configuration/assignment.ts';
import { CONFIGURATION_STATES, CONFIGURATION_TROUBLES } from '../configuration/poll.ts';
import { instant } from '../fields.ts';
import { readinessReport } from '../maintenance/readiness-report.ts';
import { serviceId } from '../service.ts';
import { alarmRow } from './alarms.ts';
import { keptCardRow } from './kept-cards.ts';
import { pageOf, pageQuery } from './paging.ts';
import { workItemRow } from './work.ts';

/**
 * Whether anybody is served there. `up`: heard within 90 s; `late`: within 10 min; `silent`: longer ago, or never.
 * `in-maintenance`: up, and a technician is at work.
 */
export const KIOSK_PRESENCES = ['up', 'in-maintenance', 'late', 'silent', 'given-up', 'revoked'] as const;
export const kioskPresence = z.enum(KIOSK_PRESENCES);
export type KioskPresence = z.infer<typeof kioskPresence>;

export const kioskIdParams = z.strictObject({ kioskId: z.string().min(1).max(80) });
/** Regions, models and tags: short words that rollouts choose by. */
export const fleetWord = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u);

export const KIOSK_SORTS = ['name', 'region', 'heard', 'blanks', 'waiting', 'version'] as const;

/** GET /fleet/kiosks [everybody] */
export const kiosksQuery = z.strictObject({
  ...pageQuery,
  presence: kioskPresence.optional(),
  region: fleetWord.optional(),
  model: fleetWord.optional(),
  tag: fleetWord.optional(),
  /** A service that does not work there now. */
  serviceOff: serviceId.optional(),
  /** `yes`: something stands that nobody has acknowledged. */
  alarms: z.literal('yes').optional(),
  configuration: z.enum(CONFIGURATION_STATES).optional(),
  version: z.string().min(1).max(60).optional(),
  /** Part of the id or the name. */
  text: z.string().min(1).max(80).optional(),
  sort: z.enum(KIOSK_SORTS).default('name'),
  direction: z.enum(['up', 'down']).default('up'),
});
export type KiosksQuery = z.infer<typeof kiosksQuery>;

/** As a resident finds it: not "lamp on". */
export const serviceOff = z.strictObject({ service: serviceId, reason: z.string().nullable() });
export type ServiceOff = z.infer<typeof serviceOff>;

const queue = z.strictObject({
  waiting: z.number().int(),
  oldestSeconds: z.number().int().nullable(),
  deadLetters: z.number().int(),
});

export const kioskRow = z.strictObject({
  kioskId: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  model: z.string().nullable(),
  tags: z.array(z.string()),
  presence: kioskPresence,
  /** By the centre's clock; null: never. */
  heardAt: instant.nullable(),
  enrolledAt: instant,
  /** Software; null until it was heard. */
  version: z.string().nullable(),
  pack: z.strictObject({ id: z.string(), version: z.number().int() }).nullable(),
  configuration: z
    .strictObject({ state: z.enum(CONFIGURATION_STATES), trouble: z.enum(CONFIGURATION_TROUBLES).nullable() })
    .nullable(),
  servicesOff: z.array(serviceOff),
  /** Standing and not acknowledged. */
  alarms: z.number().int(),
  queue: queue.nullable(),
  blanks: z.number().int().nullable(),
  paper: z.enum(['enough', 'low', 'out']).nullable(),
  workOpen: z.number().int(),
});
export type KioskRow = z.infer<typeof kioskRow>;
export const kiosksAnswer = pageOf(kioskRow);
export type KiosksAnswer = z.infer<typeof kiosksAnswer>;

/** When something is used up; null where too little is known of it. */
export const runsOut = z.strictObject({
  what: z.enum(['blanks', 'paper']),
  /** Blanks, or receipts the paper is good for; null: not known. */
  left: z.number().int().nullable(),
  /** Mean of the days known, one decimal. */
  perDay: z.number().nullable(),
  /** First day on which there is not enough, `YYYY-MM-DD` in Asia/Shanghai. */
  day: z.string().nullable(),
});
export type RunsOut = z.infer<typeof runsOut>;

/** GET /fleet/kiosks/:kioskId [everybody] */
export const kioskAnswer = z.strictObject({
  kiosk: kioskRow,
  revoked: z
    .strictObject({ at: instant, by: z.string().nullable(), reason: z.string().nullable() })
    .nullable(),
  givenUpAt: instant.nullable(),
  /** Proposed by one person, waits for the second. */
  givingUp: z.strictObject({ proposedBy: z.string(), proposedAt: instant, reason: z.string() }).nullable(),
  services: z.array(
    z.strictObject({ service: serviceId, available: z.boolean(), reason: z.string().nullable() }),
  ),
  devices: z.array(z.strictObject({ device: z.string(), state: z.string(), code: z.string().nullable() })),
  alarms: z.array(alarmRow),
  supplies: z.array(runsOut),
  bins: z.array(z.strictObject({ bin: z.string(), cards: z.number().int(), capacity: z.number().int() })),
  keptCards: z.array(keptCardRow),
  counters: z.strictObject({
    receipts: z.number().int().nullable(),
    cardsIssued: z.number().int().nullable(),
    openTransactions: z.number().int().nullable(),
  }),
  maintenanceSince: instant.nullable(),
  certificateEndsAt: instant.nullable(),
  running: z.array(assignedDocument.omit({ length: true })),
  assignment: z.number().int().nullable(),
  runningAssignment: z.number().int().nullable(),
  rootVersion: z.number().int().nullable(),
  morningReport: z.strictObject({ day: z.string(), receivedAt: instant, report: readinessReport }).nullable(),
  work: z.array(workItemRow),
});
export type KioskAnswer = z.infer<typeof kioskAnswer>;

/** PUT /fleet/kiosks/:kioskId [fleet] */
export const kioskChange = z.strictObject({
  name: z.string().min(1).max(80),
  region: fleetWord.nullable(),
  model: fleetWord.nullable(),
  tags: z.array(fleetWord).max(20),
});
export type KioskChange = z.infer<typeof kioskChange>;

/**
 * POST /fleet/kiosks/:kioskId/revocation [fleet]: final, its key opens nothing any more.
 * POST /fleet/kiosks/:kioskId/giving-up [fleet]: proposes to mark it given up off line.
 */
export const kioskReason = z.strictObject({ reason: z.string().min(2).max(200) });
/**
 * POST /fleet/kiosks/:kioskId/giving-up/confirmation [approver]: the second person; empty body.
 * POST /fleet/kiosks/:kioskId/giving-up/withdrawal [fleet, approver]: empty body.
 */
export const nothingMore = z.strictObject({});
export const isDone = z.strictObject({ done: z.literal(true) });

/** GET /fleet/words [everybody]: what the filters offer. */
export const fleetWords = z.strictObject({
  regions: z.array(z.string()),
  models: z.array(z.string()),
  tags: z.array(z.string()),
  versions: z.array(z.string()),
});
export type FleetWords = z.infer<typeof fleetWords>;
