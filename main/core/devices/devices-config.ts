import { z } from 'zod';

/** What residents are served with. */
export const SERVICE_DEVICE_CLASSES = [
  'id-card-reader',
  'social-card-reader',
  'pin-pad',
  'receipt-printer',
  'card-acceptor',
  'card-issuer',
  'card-face-printer',
  'document-printer',
  'code-scanner',
] as const;

/** And what the kiosk knows of its own cabinet: no service depends on it. */
export const DEVICE_CLASSES = [...SERVICE_DEVICE_CLASSES, 'cabinet-board'] as const;
export type DeviceClass = (typeof DEVICE_CLASSES)[number];

/** One line of `devices.json`: which driver speaks to which device over what. */
export const deviceConfig = z.strictObject({
  /** Unique in the kiosk; shown to technicians and operators. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  class: z.enum(DEVICE_CLASSES),
  /** Name in the driver registry, e.g. `sam-v`, `pcsc`, `xfs4iot`, `esc-pos`. */
  driver: z.string().min(1),
  /** e.g. `tcp://127.0.0.1:9001`, `serial:/dev/ttyS0`, `hid:0483:5750`, `pcsc:Virtual PCD 00 00`. */
  transport: z.string().min(1),
  options: z.record(z.string(), z.unknown()).default({}),
});
export type DeviceConfig = z.infer<typeof deviceConfig>;

export const devicesConfig = z
  .strictObject({ devices: z.array(deviceConfig).max(50) })
  .refine(
    ({ devices }) => new Set(devices.map(({ id }) => id)).size === devices.length,
    'two devices have the same id',
  );
export type DevicesConfig = z.infer<typeof devicesConfig>;
