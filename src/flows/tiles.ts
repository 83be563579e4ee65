import type { ServiceId } from '../contracts/service.ts';
import type { Tile } from '../contracts/view.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { DeviceState } from '../ports/device-status.ts';
import { guidesOnly } from './services.ts';

export type DeviceClass =
  | 'id-card-reader'
  | 'social-card-reader'
  | 'pin-pad'
  | 'receipt-printer'
  | 'card-acceptor'
  | 'card-issuer'
  | 'card-face-printer'
  | 'document-printer'
  | 'code-scanner';

/** What is known of the kiosk's surroundings at this moment. */
export interface Readiness {
  readonly devices: Readonly<Record<DeviceClass, DeviceState>>;
  readonly paper: boolean;
  /** Blank cards in the issuer, by the ledger (INV-3). */
  readonly blanks: number;
  /** Room in the issuer's and the acceptor's bins, as the sensors say. */
  readonly binRoom: boolean;
  readonly linkUp: boolean;
  /** The centre knows this kiosk no more. */
  readonly revoked: boolean;
  /** What must hold whatever happens does not: nobody is served before a technician came. */
  readonly closed: boolean;
  /** A technician took these out of use, whatever works. */
  readonly closedServices: ReadonlySet<ServiceId>;
  /** Emergency off: operators closed these everywhere. */
  readonly closedByCentre: ReadonlySet<ServiceId>;
  /** The kiosk knows whom to believe: the code on a receipt can be checked, with or without a link. */
  readonly checksReceipts: boolean;
}

type Reason = Tile['reason'];
type Judge = (readiness: Readiness, policy: PolicyPack) => Reason;

/** A device in use by somebody else for a moment counts as working. */
export const works = (state: DeviceState): boolean => state === 'online' || state === 'deviceBusy';

const DOWN = {
  'id-card-reader': 'id-card-reader-down',
  'social-card-reader': 'social-card-reader-down',
  'pin-pad': 'pin-pad-down',
  'card-acceptor': 'card-acceptor-down',
  'card-issuer': 'card-issuer-down',
  'card-face-printer': 'card-issuer-down',
} as const satisfies Partial<Record<DeviceClass, Reason>>;

const needs =
  (...classes: (keyof typeof DOWN)[]): Judge =>
  ({ devices }) => {
    const down = classes.find((one) => !works(devices[one]));
    return down ? DOWN[down] : null;
  };
const online: Judge = ({ linkUp }) => (linkUp ? null : 'link-down');
const stock: Judge = ({ blanks, binRoom }) => {
  if (blanks <= 0) return 'no-stock';
  return binRoom ? null : 'retain-bin-full';
};
/** A plain reader or, where there is none, the acceptor reads a card and gives it back. */
const aCardReader: Judge = ({ devices }) =>
  works(devices['social-card-reader']) || works(devices['card-acceptor']) ? null : 'card-reader-down';
/** SWAP-5 */
const swaps = [needs('id-card-reader', 'card-acceptor', 'card-issuer', 'card-face-printer'), stock, online];

/** PROG-1: a person's own applications; a receipt in the hand needs none of it. */
const ownProgress = [needs('id-card-reader'), online];

/** What each service cannot do without. A printer is never one: a receipt is also on the screen. */
const NEEDS: Readonly<Record<ServiceId, readonly Judge[]>> = {
  apply: [needs('id-card-reader')],
  activate: [needs('id-card-reader', 'social-card-reader', 'pin-pad'), online],
  loss: [
    needs('id-card-reader'),
    (readiness, policy) => (policy.loss.temporaryTerms.length > 0 ? null : online(readiness, policy)),
  ],
  replace: [needs('id-card-reader'), online],
  swap: swaps,
  exchange: [
    (readiness, policy) => (guidesOnly('exchange', policy) ? null : first(swaps, readiness, policy)),
  ],
  certify: [
    needs('id-card-reader'),
    (readiness, policy) => (policy.certification.acceptedOffline ? null : online(readiness, policy)),
  ],
  records: [needs('id-card-reader'), online],
  progress: [
    (readiness, policy) => (readiness.checksReceipts ? null : first(ownProgress, readiness, policy)),
  ],
  'contact-data': [needs('id-card-reader'), online],
  'read-card': [aCardReader],
  'electronic-card': [],
  outlets: [],
  help: [],
};

const first = (judges: readonly Judge[], readiness: Readiness, policy: PolicyPack): Reason => {
  for (const judge of judges) {
    const reason = judge(readiness, policy);
    if (reason !== null) return reason;
  }
  return null;
};

function judged(service: ServiceId, readiness: Readiness, policy: PolicyPack): Reason {
  if (readiness.revoked) return 'revoked';
  if (readiness.closed) return 'invariant-violated';
  if (readiness.closedByCentre.has(service)) return 'closed-by-centre';
  if (readiness.closedServices.has(service)) return 'closed-by-technician';
  return first(NEEDS[service], readiness, policy);
}

/** Whether a card can be made at this moment. */
export const canMakeCards = ({ devices, blanks, binRoom }: Readiness): boolean =>
  works(devices['card-issuer']) && works(devices['card-face-printer']) && blanks > 0 && binRoom;

/** True tiles: one that cannot finish now says so, with the reason, before the resident starts. */
export function tilesOf(policy: PolicyPack, readiness: Readiness): Tile[] {
  return policy.services.map(({ service, enabled, minutes, free }) => {
    const reason = enabled ? judged(service, readiness, policy) : 'not-at-this-kiosk';
    return {
      service,
      minutes,
      free,
      available: reason === null,
      reason,
      notice: reason === null ? noticeOf(service, policy, readiness) : null,
    };
  });
}

/** Accepted here and sent later (APPLY-8, LOSS-5, CERT-2). */
const QUEUES: readonly ServiceId[] = ['apply', 'loss', 'certify'];
/** Nothing to keep on paper. */
const WITHOUT_RECEIPT: readonly ServiceId[] = [
  'records',
  'progress',
  'read-card',
  'electronic-card',
  'outlets',
  'help',
];

function noticeOf(service: ServiceId, policy: PolicyPack, readiness: Readiness): Tile['notice'] {
  const { devices, paper, linkUp } = readiness;
  if (guidesOnly(service, policy)) return 'guide-only';
  if (service === 'progress') return first(ownProgress, readiness, policy) === null ? null : 'receipts-only';
  if (!linkUp && QUEUES.includes(service)) return 'will-be-sent-later';
  if (service === 'replace' && !canMakeCards(readiness)) return 'collect-later';
  if (WITHOUT_RECEIPT.includes(service)) return null;
  return paper && works(devices['receipt-printer']) ? null : 'no-paper';
}
