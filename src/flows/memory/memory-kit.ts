import type { IdempotencyKey, ReceiptReference, TransactionId } from '../../brand.ts';
import type { AuditEventId } from '../../contracts/audit.ts';
import type {
  CardStatusAnswer,
  EligibilityAnswer,
  PinCheckAnswer,
  SmsCodeAnswer,
  SmsVerificationAnswer,
} from '../../contracts/central/queries.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import type { AuthorityTrouble } from '../../ports/authority.ts';
import { aborted } from '../../ports/device-status.ts';
import type { IdCardRead, IdCardTrouble } from '../../ports/id-card-reader.ts';
import type { PinBlock, PinTrouble } from '../../ports/pin-pad.ts';
import type { PrintTrouble } from '../../ports/receipt-printer.ts';
import type { SocialCardTrouble, SocialSecurityCard } from '../../ports/social-card-reader.ts';
import type { ActivationEnd, ApplicationProgress } from '../../ports/transactions.ts';
import type { PaperReceipt } from '../../receipt/paper-receipt.ts';
import { err, ok, type Result } from '../../result.ts';
import type { FlowKit } from '../kit.ts';
import { type Readiness, tilesOf } from '../tiles.ts';
import { CardSlot } from './card-slot.ts';

/** Everything a test or a simulation may turn: what lies where, what answers come, what fails. */
export interface MemoryWorld {
  readonly idCards: CardSlot<IdCardRead>;
  readonly socialCards: CardSlot<SocialSecurityCard>;
  now: number;
  linkUp: boolean;
  idCardTrouble: IdCardTrouble | null;
  socialCardTrouble: SocialCardTrouble | null;
  eligibility: Result<EligibilityAnswer, AuthorityTrouble>;
  photoOnFile: Result<string | null, AuthorityTrouble>;
  smsSent: Result<SmsCodeAnswer, AuthorityTrouble>;
  smsVerified: Result<SmsVerificationAnswer, AuthorityTrouble>;
  cardStatus: Result<CardStatusAnswer, AuthorityTrouble>;
  pinChecked: Result<PinCheckAnswer, AuthorityTrouble>;
  printed: Result<void, PrintTrouble>;
  progress: ApplicationProgress;
  activated: ActivationEnd;
  readonly devices: { -readonly [D in keyof Readiness['devices']]: Readiness['devices'][D] };
  readonly audit: { event: AuditEventId; detail: Record<string, unknown> }[];
  readonly applications: unknown[];
  readonly activations: unknown[];
  readonly paper: PaperReceipt[];
  /** Answers the pad's present entry; null while nobody is asked for a PIN. */
  pad: { type(count: number): void; end(result: Result<PinBlock, PinTrouble>): void } | null;
}

const DOWN = err({ kind: 'link-down' as const });

/** The flows' collaborators in memory: a double for unit tests, with the ports' own types and no device behind it. */
export function memoryKit(policy: PolicyPack, now: number): { kit: FlowKit; world: MemoryWorld } {
  let serial = 0;
  const world: MemoryWorld = {
    idCards: new CardSlot(),
    socialCards: new CardSlot(),
    now,
    linkUp: true,
    idCardTrouble: null,
    socialCardTrouble: null,
    eligibility: ok({ decision: 'eligible', photoOnFile: false }),
    photoOnFile: ok(null),
    smsSent: ok({ challengeId: 'challenge', expiresInSeconds: 300, resendAfterSeconds: 60 }),
    smsVerified: ok({ result: 'confirmed', confirmation: 'confirmation' }),
    cardStatus: ok({
      known: true,
      holderMatches: true,
      socialSecurity: 'normal',
      financial: 'locked',
      mobileMasked: '138 ＊＊＊＊ 5620',
    }),
    pinChecked: ok({ result: 'ok' }),
    printed: ok(undefined),
    progress: { state: 'done', applicationNumber: 'A-1', readyBy: '2026-12-31' },
    activated: { state: 'done' },
    devices: {
      'id-card-reader': 'online',
      'social-card-reader': 'online',
      'pin-pad': 'online',
      'receipt-printer': 'online',
    },
    audit: [],
    applications: [],
    activations: [],
    paper: [],
    pad: null,
  };

  const online = <T>(answer: () => Result<T, AuthorityTrouble>) =>
    Promise.resolve<Result<T, AuthorityTrouble>>(world.linkUp ? answer() : DOWN);
  const reference = () => `YKT-TEST-${++serial}` as ReceiptReference;
  const opened = () => ({
    transactionId: `transaction-${serial}` as TransactionId,
    reference: reference(),
    key: `key-${serial}` as IdempotencyKey,
  });

  const kit: FlowKit = {
    policy,
    clock: { now: () => world.now },
    entropy: { bytes: (length) => new Uint8Array(length).fill(4) },
    linkUp: () => world.linkUp,
    tiles: () => tilesOf(policy, { devices: world.devices, paper: true, linkUp: world.linkUp }),
    idCardReader: {
      waitForCard: async (signal) =>
        (await world.idCards.until((card) => card !== null, signal)) ? ok(undefined) : err(aborted),
      read: async () => {
        if (world.idCardTrouble) return err(world.idCardTrouble);
        return world.idCards.card ? ok(world.idCards.card) : err({ kind: 'no-card' });
      },
      waitForRemoval: async (signal) =>
        (await world.idCards.until((card) => card === null, signal)) ? ok(undefined) : err(aborted),
    },
    socialCardReader: {
      waitForCard: async (signal) =>
        (await world.socialCards.until((card) => card !== null, signal)) ? ok(undefined) : err(aborted),
      read: async () => {
        if (world.socialCardTrouble) return err(world.socialCardTrouble);
        return world.socialCards.card ? ok(world.socialCards.card) : err({ kind: 'card-removed' });
      },
      waitForRemoval: async (signal) =>
        (await world.socialCards.until((card) => card === null, signal)) ? ok(undefined) : err(aborted),
    },
    pinPad: {
      enterPin: ({ onKey }, signal) =>
        new Promise((resolve) => {
          const end = (result: Result<PinBlock, PinTrouble>) => {
            world.pad = null;
            resolve(result);
          };
          world.pad = { type: onKey, end };
          signal.addEventListener('abort', () => end(err(aborted)), { once: true });
        }),
    },
    receiptPrinter: {
      print: async (receipt) => {
        if (world.printed.ok) world.paper.push(receipt);
        return world.printed;
      },
    },
    authority: {
      eligibility: () => online(() => world.eligibility),
      photoOnFile: () => online(() => world.photoOnFile),
      sendSmsCode: () => online(() => world.smsSent),
      verifySmsCode: () => online(() => world.smsVerified),
      cardStatus: () => online(() => world.cardStatus),
      checkPin: () => online(() => world.pinChecked),
    },
    cardKeys: { authenticate: async () => ok({ externalData: '00'.repeat(16) }) },
    transactions: {
      acceptApplication: (application) => {
        world.applications.push(application);
        return opened();
      },
      applicationProgress: async () => (world.linkUp ? world.progress : { state: 'queued' }),
      activate: async (activation) => {
        world.activations.push(activation);
        return { ...opened(), end: world.activated };
      },
      receiptOffered: () => undefined,
      slipReference: reference,
    },
    audit: { record: (event, detail) => world.audit.push({ event, detail: { ...detail } }) },
  };
  return { kit, world };
}
