import type { FlowKit } from '../../../src/flows/kit.ts';
import type { DeviceManager } from '../devices/device-manager.ts';
import { deviceStates } from '../flow-kit.ts';
import type { SessionHost } from '../session/session-host.ts';
import type { TransactionsService } from '../transactions/create-transactions.ts';
import type { AtRest } from './invariant-view.ts';

/** What INV-6 and INV-8 are asked of between residents; null while somebody is being served. */
export function kioskAtRest(
  host: Pick<SessionHost, 'atRest'> | null,
  kit: Pick<FlowKit, 'tiles' | 'linkUp'>,
  devices: Pick<DeviceManager, 'statusOf'>,
  transactions: Pick<TransactionsService, 'live'>,
): AtRest | null {
  const rest = host?.atRest() ?? null;
  if (rest === null) return null;
  return {
    ...rest,
    tiles: kit.tiles(),
    devices: deviceStates(devices),
    linkUp: kit.linkUp(),
    live: transactions.live(),
  };
}
