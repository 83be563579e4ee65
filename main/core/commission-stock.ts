import type { DevicesConfig } from './devices/devices-config.ts';
import { issuerOptions } from './devices/driver-factories.ts';
import type { Store } from './store/open-store.ts';

/** INV-3: what the stack held when the kiosk was put into service begins the ledger, once. */
export function commissionStock({ devices }: DevicesConfig, { custody, audit }: Store): void {
  const issuer = devices.find((device) => device.class === 'card-issuer');
  if (!issuer) return;
  const { commissionedStock } = issuerOptions.parse(issuer.options);
  if (custody.commission(commissionedStock)) {
    audit.record('custody-loaded', { blanks: commissionedStock, reason: 'commissioned' });
  }
}
