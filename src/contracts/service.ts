import { z } from 'zod';

/** Every entry of the home screen (services.md 1-12). A pack switches each on or off. */
export const SERVICES = [
  'apply',
  'activate',
  'loss',
  'replace',
  'swap',
  'exchange',
  'certify',
  'records',
  'progress',
  'contact-data',
  'read-card',
  'electronic-card',
  'outlets',
  'help',
] as const;

export const serviceId = z.enum(SERVICES);
export type ServiceId = z.infer<typeof serviceId>;
