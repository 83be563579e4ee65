import type { FlowKit } from '../../src/flows/kit.ts';
import { tilesOf } from '../../src/flows/tiles.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import type { Entropy, Timers } from '../../src/ports/clock.ts';
import { deviceTrouble } from '../../src/ports/device-status.ts';
import type { AuditTrail, Transactions } from '../../src/ports/transactions.ts';
import { err } from '../../src/result.ts';
import type { DeviceManager } from './devices/device-manager.ts';
import type { PaperWatch } from './devices/paper-watch.ts';
import type { Sync } from './sync/create-sync.ts';

export interface KitParts {
  readonly policy: PolicyPack;
  readonly devices: DeviceManager;
  readonly paper: PaperWatch;
  readonly sync: Sync;
  readonly transactions: Transactions;
  readonly audit: AuditTrail;
  readonly timers: Timers;
  readonly entropy: Entropy;
}

const notFitted = async () => err(deviceTrouble('not-fitted', 'this kiosk has no such device'));

/** The flows' collaborators, wired to the real ones. A device the kiosk has not got answers with trouble. */
export function flowKit({
  policy,
  devices,
  paper,
  sync,
  transactions,
  audit,
  timers,
  entropy,
}: KitParts): FlowKit {
  const noReader = { waitForCard: notFitted, read: notFitted, waitForRemoval: notFitted };
  return {
    policy,
    idCardReader: devices.device('id-card-reader') ?? noReader,
    socialCardReader: devices.device('social-card-reader') ?? noReader,
    pinPad: devices.device('pin-pad') ?? { enterPin: notFitted },
    receiptPrinter: paper.printer(devices.device('receipt-printer') ?? { print: notFitted }),
    authority: sync.authority,
    cardKeys: sync.cardKeys,
    transactions,
    audit,
    clock: timers,
    entropy,
    linkUp: () => sync.link.up,
    tiles: () =>
      tilesOf(policy, {
        devices: {
          'id-card-reader': devices.statusOf('id-card-reader').state,
          'social-card-reader': devices.statusOf('social-card-reader').state,
          'pin-pad': devices.statusOf('pin-pad').state,
          'receipt-printer': devices.statusOf('receipt-printer').state,
        },
        paper: paper.there,
        linkUp: sync.link.up,
      }),
  };
}
