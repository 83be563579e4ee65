import { z } from 'zod';
import { instant } from '../fields.ts';
import { ALARMS } from '../maintenance/alarm.ts';
import { pageOf, pageQuery } from './paging.ts';

/** `quiet`: acknowledged and still standing. `history`: over. */
export const ALARM_VIEWS = ['standing', 'quiet', 'history'] as const;

/** GET /fleet/alarms [everybody] */
export const alarmsQuery = z.strictObject({
  ...pageQuery,
  view: z.enum(ALARM_VIEWS).default('standing'),
  kind: z.enum(ALARMS).optional(),
  region: z.string().min(1).max(40).optional(),
  kioskId: z.string().min(1).max(80).optional(),
});
export type AlarmsQuery = z.infer<typeof alarmsQuery>;

export const alarmRow = z.strictObject({
  alarmId: z.string(),
  kioskId: z.string(),
  kioskName: z.string(),
  region: z.string().nullable(),
  kind: z.enum(ALARMS),
  which: z.string().nullable(),
  detail: z.string().nullable(),
  since: instant,
  heardAt: instant,
  overAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type AlarmRow = z.infer<typeof alarmRow>;
export const alarmsAnswer = pageOf(alarmRow);
export type AlarmsAnswer = z.infer<typeof alarmsAnswer>;

/** POST /fleet/alarms/acknowledgements [fleet]: quiet until it is over. */
export const alarmAcknowledgement = z.strictObject({
  alarmId: z.string().min(1).max(400),
  note: z.string().min(1).max(200),
});
