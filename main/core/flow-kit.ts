import { PlainReader } from '../../drivers/card-acceptor/plain-reader.ts';
import { noticesAt } from '../../src/configuration/notices-at.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { FlowKit } from '../../src/flows/kit.ts';
import { SessionNotes } from '../../src/flows/session-facts.ts';
import { canMakeCards, type Readiness, tilesOf, works } from '../../src/flows/tiles.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import type { Entropy, Timers } from '../../src/ports/clock.ts';
import { deviceTrouble } from '../../src/ports/device-status.ts';
import type { OwnCard } from '../../src/ports/own-card.ts';
import type { ReceiptCodes } from '../../src/ports/receipt-codes.ts';
import type { AuditTrail, Transactions } from '../../src/ports/transactions.ts';
import { err } from '../../src/result.ts';
import type { RunningConfiguration } from './configuration/running-configuration.ts';
import type { BinWatch } from './devices/bin-watch.ts';
import type { DeviceManager } from './devices/device-manager.ts';
import type { PaperWatch } from './devices/paper-watch.ts';
import type { InvariantWatch } from './invariants/invariant-watch.ts';
import type { ClosedServiceStore } from './store/closed-service-store.ts';
import type { Sync } from './sync/create-sync.ts';

export interface KitParts {
  readonly policy: PolicyPack;
  readonly directory: Directory;
  readonly devices: DeviceManager;
  readonly paper: PaperWatch;
  readonly bins: BinWatch;
  readonly ownCard: OwnCard;
  /** Blank cards in the issuer, by the ledger (INV-3). */
  readonly blanks: () => number;
  readonly sync: Sync;
  readonly transactions: Transactions;
  /** Why the kiosk is closed; null while all that must hold does. */
  readonly invariants: Pick<InvariantWatch, 'closedBecause'>;
  readonly running: Pick<RunningConfiguration, 'assignment' | 'notices' | 'texts'>;
  /** The centre knows this kiosk no more. */
  readonly revoked: () => boolean;
  /** Emergency off, at this moment. */
  readonly closedByCentre: () => ReadonlySet<ServiceId>;
  readonly receiptCodes: ReceiptCodes;
  /** Services that a technician took out of use. */
  readonly closedServices: Pick<ClosedServiceStore, 'all'>;
  /** The technician's setting `low-reach`, as it stands now. */
  readonly lowReach: () => boolean;
  readonly audit: AuditTrail;
  readonly timers: Timers;
  readonly entropy: Entropy;
}

const notFitted = async () => err(deviceTrouble('not-fitted', 'this kiosk has no such device'));

/** The flows' collaborators, wired to the real ones. A device the kiosk has not got answers with trouble. */
export function flowKit(parts: KitParts): FlowKit {
  const {
    policy,
    directory,
    devices,
    paper,
    bins,
    ownCard,
    blanks,
    sync,
    transactions,
    audit,
    timers,
    entropy,
    running,
  } = parts;
  const readiness = (): Readiness => ({
    devices: deviceStates(devices),
    paper: paper.there,
    blanks: bins.stock ? blanks() : 0,
    binRoom: bins.room,
    linkUp: sync.link.up,
    revoked: parts.revoked(),
    closed: parts.invariants.closedBecause !== null,
    closedServices: new Set(parts.closedServices.all().map(({ service }) => service)),
    closedByCentre: parts.closedByCentre(),
    checksReceipts: parts.receiptCodes.canCheck(),
  });
  return {
    policy,
    directory,
    idCardReader: devices.device('id-card-reader') ?? noReader,
    socialCardReader: cardReader(devices),
    ownCard,
    pinPad: devices.device('pin-pad') ?? { enterPin: notFitted },
    receiptPrinter: paper.printer(devices.device('receipt-printer') ?? { print: notFitted }),
    documentPrinter: devices.device('document-printer') ?? { print: notFitted },
    codeScanner: devices.device('code-scanner') ?? { scan: notFitted },
    authority: sync.authority,
    receiptCodes: parts.receiptCodes,
    cardKeys: sync.cardKeys,
    transactions,
    audit,
    notes: new SessionNotes(),
    assignment: () => running.assignment,
    notices: () => noticesAt(running.notices, timers.now()),
    texts: () => running.texts,
    clock: timers,
    entropy,
    lowReach: parts.lowReach,
    linkUp: () => sync.link.up,
    machines: () => {
      const now = readiness();
      return {
        canMakeCards: canMakeCards(now),
        canAcceptCards: works(now.devices['card-acceptor']),
        canReadCards: works(now.devices['social-card-reader']) || works(now.devices['card-acceptor']),
        canPrintReceipts: now.paper && works(now.devices['receipt-printer']),
        canPrintDocuments: works(now.devices['document-printer']),
        canScanCodes: works(now.devices['code-scanner']),
      };
    },
    tiles: () => tilesOf(policy, readiness()),
  };
}

/** The state of each class a service may need. */
export const deviceStates = (devices: Pick<DeviceManager, 'statusOf'>): Readiness['devices'] => ({
  'id-card-reader': devices.statusOf('id-card-reader').state,
  'social-card-reader': devices.statusOf('social-card-reader').state,
  'pin-pad': devices.statusOf('pin-pad').state,
  'receipt-printer': devices.statusOf('receipt-printer').state,
  'card-acceptor': devices.statusOf('card-acceptor').state,
  'card-issuer': devices.statusOf('card-issuer').state,
  'card-face-printer': devices.statusOf('card-face-printer').state,
  'document-printer': devices.statusOf('document-printer').state,
  'code-scanner': devices.statusOf('code-scanner').state,
});

const noReader = { waitForCard: notFitted, read: notFitted, waitForRemoval: notFitted };

/** A service that never keeps a card works with either kind: the plain reader, or the acceptor that gives it back. */
function cardReader(devices: DeviceManager): FlowKit['socialCardReader'] {
  const plain = devices.device('social-card-reader');
  if (plain) return plain;
  const acceptor = devices.device('card-acceptor');
  return acceptor ? new PlainReader(acceptor) : noReader;
}
