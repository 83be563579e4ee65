import { z } from 'zod';
import { instant } from '../fields.ts';
import { serviceId } from '../service.ts';

const bothLanguages = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(400) });

/** Notices on the start and home screens. */
export const noticeBoard = z.strictObject({
  notices: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        title: bothLanguages,
        text: bothLanguages,
        /** `warning` stands first and in another colour with a sign of its own. */
        level: z.enum(['notice', 'warning']),
        from: instant,
        until: instant,
        /** Shown with these services too; empty: on the start and home screens alone. */
        services: z.array(serviceId).max(20),
      }),
    )
    .max(6),
});
export type NoticeBoard = z.infer<typeof noticeBoard>;

/** Sentences of the screens said otherwise: key of the kiosk's catalogue → sentence. Unknown keys change nothing. */
export const screenTexts = z.strictObject({
  zh: z.record(z.string().max(120), z.string().min(1).max(400)),
  en: z.record(z.string().max(120), z.string().min(1).max(400)),
});
export type ScreenTexts = z.infer<typeof screenTexts>;

/** Figures of `src/maintenance/thresholds.ts` that an operator may set; what is absent is as shipped. */
export const maintenanceThresholds = z
  .strictObject({
    /** Blanks. */
    stockLow: z.number().int().min(1).max(400),
    stockLowOver: z.number().int().min(1).max(400),
    /** Share of a bin's capacity. */
    binNearlyFull: z.number().min(0.1).max(1),
    binNearlyFullOver: z.number().min(0.1).max(1),
    /** Milliseconds. */
    oldestWaitingMs: z.number().int().min(60_000),
    maintenanceTooLongMs: z.number().int().min(60_000),
    deviceDownMs: z.number().int().min(1_000),
  })
  .partial();
export type MaintenanceThresholds = z.infer<typeof maintenanceThresholds>;

/** Options that devices of a driver have unless a kiosk's own table says otherwise. */
export const deviceDefaults = z.strictObject({
  defaults: z
    .array(
      z.strictObject({
        deviceClass: z.string().min(1).max(40),
        driver: z.string().min(1).max(40),
        options: z.record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean()])),
      }),
    )
    .max(50),
});
export type DeviceDefaults = z.infer<typeof deviceDefaults>;
