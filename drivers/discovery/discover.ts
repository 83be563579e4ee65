import type { Timers } from '../../src/ports/clock.ts';
import type { ManagedDevice } from '../../src/ports/device-status.ts';
import type { FoundDevice } from '../../src/ports/maintenance/device-bench.ts';
import { FINGERPRINTS, type Fingerprint } from './fingerprints.ts';
import { askIdentity } from './identity.ts';
import type { PluggedIn } from './plugged-in.ts';
import { type Suspect, suspectsOf } from './suspects.ts';

/** A network address that configuration gives, since no bus lists it. */
export interface GivenAddress {
  readonly deviceClass: string;
  readonly driver: string;
  readonly transport: string;
}

export interface DiscoveryOptions {
  readonly plugged: PluggedIn;
  readonly timers: Timers;
  /** Addresses of devices in use: none of them is opened or asked. */
  readonly inUse: readonly string[];
  readonly given: readonly GivenAddress[];
  /** The real driver on an address, not opened yet; null where it makes no sense. */
  readonly make: (driver: string, transport: string) => ManagedDevice | null;
  readonly fingerprints?: readonly Fingerprint[];
}

/**
 * Devices of one class that are plugged in and not in use. Each was asked who it is through its real driver, all at
 * once and with a deadline; what is silent or answers garbage is none. Two that are alike are two, where their
 * addresses differ.
 */
export async function discover(
  deviceClass: string,
  { plugged, timers, inUse, given, make, fingerprints = FINGERPRINTS }: DiscoveryOptions,
  signal: AbortSignal,
): Promise<FoundDevice[]> {
  const suspects = [
    ...given
      .filter((one) => one.deviceClass === deviceClass)
      .map(({ driver, transport }) => ({ driver, transport, recognisedBy: 'configuration', name: '' })),
    ...(await suspectsOf(
      fingerprints.filter((one) => one.deviceClass === deviceClass),
      plugged,
    )),
  ];
  const free = await freeOnes(suspects, inUse, plugged);
  const asked = await Promise.all(
    free.map(async ({ driver, transport, recognisedBy, name }): Promise<FoundDevice[]> => {
      const device = make(driver, transport);
      const said = device && (await askIdentity(device, timers, signal));
      return said
        ? [{ driver, transport, recognisedBy, identity: said.identity ?? (name || transport) }]
        : [];
    }),
  );
  return asked.flat();
}

/** One for each wire, and none that a device in use hangs on. */
async function freeOnes(
  suspects: readonly Suspect[],
  inUse: readonly string[],
  plugged: Pick<PluggedIn, 'realPath'>,
): Promise<Suspect[]> {
  const taken = new Set(await Promise.all(inUse.map((transport) => wireOf(transport, plugged))));
  const free: Suspect[] = [];
  for (const suspect of suspects) {
    const wire = await wireOf(suspect.transport, plugged);
    if (taken.has(wire)) continue;
    taken.add(wire);
    free.push(suspect);
  }
  return free;
}

/** What two addresses of one wire have in common. */
async function wireOf(transport: string, { realPath }: Pick<PluggedIn, 'realPath'>): Promise<string> {
  const serial = /^serial:([^?]+)/.exec(transport);
  if (serial?.[1]) return `serial:${await realPath(serial[1])}`;
  return transport.startsWith('hid:') ? transport.toLowerCase() : transport.replace(/\/$/, '');
}
