import type { ServiceId } from '../../../src/contracts/service.ts';
import type { DeviceClass } from '../../../src/flows/tiles.ts';
import { DEVICE_TROUBLES, type DeviceTrouble } from '../../matrix/faults/device-faults.ts';
import { MOVE_TROUBLES } from '../../matrix/faults/double-faults.ts';
import type { Archetype } from '../people/archetype.ts';
import { ARCHETYPES } from '../people/archetypes.ts';

/** All that can be wrong with any device. */
export const TROUBLES: readonly DeviceTrouble[] = [...DEVICE_TROUBLES, ...MOVE_TROUBLES];

const MAKES_CARDS: readonly DeviceClass[] = ['card-issuer', 'card-face-printer', 'receipt-printer'];

/** What a service works with. */
const DEVICES_OF: Readonly<Record<ServiceId, readonly DeviceClass[]>> = {
  apply: ['id-card-reader', ...MAKES_CARDS],
  activate: ['id-card-reader', 'social-card-reader', 'pin-pad', 'receipt-printer'],
  loss: ['id-card-reader', 'receipt-printer'],
  replace: ['id-card-reader', ...MAKES_CARDS],
  swap: ['id-card-reader', ...MAKES_CARDS, 'card-acceptor'],
  exchange: ['id-card-reader', ...MAKES_CARDS, 'card-acceptor'],
  certify: ['id-card-reader', 'receipt-printer'],
  records: ['id-card-reader', 'document-printer'],
  progress: ['id-card-reader'],
  'contact-data': ['id-card-reader', 'receipt-printer'],
  'read-card': ['id-card-reader', 'social-card-reader', 'code-scanner'],
  'electronic-card': ['code-scanner'],
  outlets: ['document-printer'],
  help: ['receipt-printer'],
};

const needs = ({ visit }: Archetype, device: DeviceClass): boolean =>
  DEVICES_OF[visit.service].includes(device);

const NEAR = new Map(
  ARCHETYPES.map((one) => [one.name, TROUBLES.filter(({ device }) => needs(one, device))] as const),
);

/** What can be wrong with a device that this person needs. */
export const troublesNear = ({ name }: Archetype): readonly DeviceTrouble[] => NEAR.get(name) ?? TROUBLES;

/** Once in so many sessions a trouble has its turn, in a visit that needs the device: none is left to chance alone. */
const TURN_EVERY = 8;

export const troubleInTurn = (seed: number, session: number): DeviceTrouble | null =>
  session % TURN_EVERY === 0 ? (TROUBLES[(seed + session / TURN_EVERY) % TROUBLES.length] ?? null) : null;

/** Shares of the day among those who need a device. */
export const sharesNeeding = (device: DeviceClass): Readonly<Record<string, number>> =>
  SHARES_NEEDING.get(device) ?? {};

const SHARES_NEEDING = new Map(
  TROUBLES.map(({ device }) => {
    const those = ARCHETYPES.filter((one) => needs(one, device));
    return [device, Object.fromEntries(those.map(({ name, weight }) => [name, weight]))] as const;
  }),
);
