import type { Heartbeat } from '../../../src/contracts/central/enrolment.ts';
import type { FlowKit } from '../../../src/flows/kit.ts';
import type { DeviceClass } from '../../../src/flows/tiles.ts';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { DeviceCounters } from '../devices/device-counters.ts';
import type { DeviceManager } from '../devices/device-manager.ts';
import type { PaperWatch } from '../devices/paper-watch.ts';
import type { KioskParts } from '../kiosk-parts.ts';
import type { Maintenance } from '../maintenance/compose-maintenance.ts';
import { stuckRequests } from '../operator-orders/stuck-requests.ts';
import { ownFigures } from './own-figures.ts';

export interface HeartbeatParts {
  readonly parts: Pick<KioskParts, 'version' | 'policy' | 'store' | 'devices'>;
  readonly entropy: Entropy;
  readonly devices: DeviceManager;
  readonly counters: DeviceCounters | null;
  readonly paper: Pick<PaperWatch, 'there'>;
  readonly kit: Pick<FlowKit, 'tiles'>;
  /** null until there is maintenance mode. */
  readonly maintenance: () => Maintenance | null;
  /** Last second of the certificate that the centre gave, since the epoch; null: there is none. */
  readonly certificateEndsAt: () => number | null;
}

/** All that a heartbeat says beside the outbox figures, read at the moment it leaves. Nothing personal. */
export function heartbeatBody(from: HeartbeatParts): () => Omit<Heartbeat, 'outbox' | 'openTransactions'> {
  const { parts, entropy, devices, maintenance, certificateEndsAt } = from;
  const { store, policy, version } = parts;
  const bootId = Buffer.from(entropy.bytes(8)).toString('hex');
  return () => ({
    bootId,
    version,
    policy: { id: policy.id, version: policy.version },
    devices: devices.statuses().map(({ device, state, code }) => ({ device, state, code })),
    maintenanceSince: maintenance()?.host.since() ?? null,
    alarms: [...(maintenance()?.alarms() ?? [])],
    stuck: stuckRequests(store),
    certificateEndsAt: inMilliseconds(certificateEndsAt()),
    ...ownFigures({
      tiles: from.kit.tiles(),
      store,
      fitted: (machine) => isFitted(parts, machine === 'issuer' ? 'card-issuer' : 'card-acceptor'),
      paper: isFitted(parts, 'receipt-printer') ? from.paper.there : null,
      printed: countsOf(from, 'receipt-printer'),
    }),
  });
}

const inMilliseconds = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1000);

const isFitted = ({ devices }: HeartbeatParts['parts'], wanted: DeviceClass): boolean =>
  devices.devices.some((one) => one.class === wanted);

function countsOf({ parts, counters }: HeartbeatParts, wanted: DeviceClass) {
  const ids = parts.devices.devices.filter((one) => one.class === wanted).map(({ id }) => id);
  if (counters === null || ids.length === 0) return null;
  return counters.counts().filter(({ device }) => ids.includes(device));
}
