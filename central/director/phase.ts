import { createHash } from 'node:crypto';

/** Where in every round a kiosk's turn is, from 0 to below 1: the same at every process and after every restart. */
export const phaseOf = (kioskId: string): number =>
  createHash('sha256').update(kioskId).digest().readUInt32BE(0) / 2 ** 32;
