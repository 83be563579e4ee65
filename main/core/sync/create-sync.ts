import type { KioskId } from '../../../src/brand.ts';
import type { Heartbeat } from '../../../src/contracts/central/enrolment.ts';
import type { Authority } from '../../../src/ports/authority.ts';
import type { Entropy, Timers } from '../../../src/ports/clock.ts';
import type { CardKeyService } from '../../../src/ports/social-card-reader.ts';
import type { Result } from '../../../src/result.ts';
import { type CrashPoint, noCrashPoint } from '../crash-points.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/open-store.ts';
import { AskAgain } from './ask-again.ts';
import { sendAudit } from './audit-sender.ts';
import { type CallTrouble, isNotLetIn } from './call-trouble.ts';
import { createAuthority } from './central-authority.ts';
import { createCardKeyService } from './central-card-keys.ts';
import { CentralClient, type Standing } from './central-client.ts';
import { createPaymentStatus, type PaymentStatus } from './central-payments.ts';
import { createPersonalisation, type Personalisation } from './central-personalisation.ts';
import { createReadinessReports, type ReadinessReports } from './central-readiness.ts';
import { CentreClock, type ClockComparison } from './centre-clock.ts';
import { type CentreForTechnicians, createCentreForTechnicians } from './centre-for-technicians.ts';
import { CentreMemory } from './centre-memory.ts';
import { enrol, enrolAnew } from './enrol.ts';
import { ExportKeyMemory } from './export-key-memory.ts';
import { HeartbeatLoop } from './heartbeat.ts';
import type { Fetch } from './http-exchange.ts';
import { LinkState } from './link-state.ts';
import { createOperations, type Operations } from './operations.ts';
import { type OutcomeRecorder, Sender } from './sender.ts';
import type { SignAssertion } from './sign-in.ts';

export interface SyncOptions {
  readonly centralUrl: string;
  readonly store: Store;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly crashPoint?: CrashPoint;
  readonly fetch?: Fetch;
  readonly signAssertion?: SignAssertion;
  readonly standing?: Standing;
}

/** What the sync loops need from the rest of the core once everything is built. */
export interface SyncLoops {
  readonly recorder: OutcomeRecorder;
  /** Everything in a heartbeat but the outbox figures. */
  readonly readHeartbeat: () => Omit<Heartbeat, 'outbox' | 'openTransactions'>;
}

export interface Sync {
  /** For whoever asks the centre in a course of its own: configuration. */
  readonly client: Pick<CentralClient, 'call'>;
  readonly link: LinkState;
  readonly authority: Authority;
  readonly cardKeys: CardKeyService;
  readonly operations: Operations;
  readonly payments: PaymentStatus;
  readonly personalisation: Personalisation;
  /** What maintenance mode asks of the centre. */
  readonly technicians: CentreForTechnicians;
  readonly readinessReports: ReadinessReports;
  /** As the last heartbeat that was answered found it; null before one was. */
  clockComparison(): ClockComparison | null;
  readonly exportKeys: ExportKeyMemory;
  /** Once, with the operator's one-time code; an enrolled kiosk keeps its id. */
  enrol(code: string, kioskName: string): Promise<Result<KioskId, CallTrouble>>;
  /** Something was enqueued. */
  wakeSender(): void;
  /** A device changed its state. */
  heartbeatSoon(): void;
  /** Runs sender, audit and heartbeat until the signal fires; rejects only on a programming error. */
  run(loops: SyncLoops, signal: AbortSignal): Promise<void>;
}

/** Everything between this kiosk and the central service. */
export function createSync(options: SyncOptions): Sync {
  const { store, timers, entropy, log, crashPoint = noCrashPoint } = options;
  const link = new LinkState();
  const client = new CentralClient({
    baseUrl: options.centralUrl.replace(/\/$/, ''),
    identity: () => store.identity.load(),
    link,
    timers,
    entropy,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    ...(options.signAssertion ? { signAssertion: options.signAssertion } : {}),
    ...(options.standing ? { standing: options.standing } : {}),
  });
  const operations = createOperations(client);
  const centreClock = new CentreClock(timers);
  const exportKeys = new ExportKeyMemory(store.settings);
  let sender: Sender | null = null;
  let heartbeats: HeartbeatLoop | null = null;
  /** A code this start was given and has not needed yet. */
  let spareCode: { readonly code: string; readonly name: string } | null = null;
  /** The centre may have forgotten this kiosk. A code that is used or over is refused, and the kiosk stays as it is. */
  const knockAgain = async (): Promise<void> => {
    if (spareCode === null) return;
    const enrolled = await enrolAnew(client, store.identity, spareCode.code, spareCode.name, exportKeys);
    if (!enrolled.ok && enrolled.error.kind !== 'problem') return;
    spareCode = null;
    log.warn(enrolled.ok ? 'enrolled-anew' : 'not-enrolled', {});
    heartbeats?.soon();
  };
  link.subscribe((up) => log.info(up ? 'link-up' : 'link-down', {}));

  return {
    client,
    link,
    operations,
    authority: createAuthority(client),
    cardKeys: createCardKeyService(client),
    payments: createPaymentStatus(client),
    personalisation: createPersonalisation(client),
    technicians: createCentreForTechnicians(client, exportKeys, timers),
    readinessReports: createReadinessReports(client),
    clockComparison: () => centreClock.last,
    exportKeys,
    async enrol(code, name) {
      spareCode = store.identity.load().kioskId === null ? null : { code, name };
      const enrolled = await enrol(client, store.identity, code, name, exportKeys);
      if (enrolled.ok) {
        // What was accepted before the centre knew this kiosk has waited long enough.
        store.outbox.resetBackOff(timers.now());
        sender?.wake();
      }
      return enrolled;
    },
    wakeSender: () => sender?.wake(),
    heartbeatSoon: () => heartbeats?.soon(),
    async run({ recorder, readHeartbeat }, signal) {
      sender = new Sender({ outbox: store.outbox, operations, recorder, link, timers, entropy, crashPoint });
      const { audit, identity } = store;
      const memory = new CentreMemory(store);
      const askAgain = new AskAgain({
        store,
        operations,
        link,
        timers,
        entropy,
        onForgotten: (transaction, count) => log.error('operations-forgotten', { transaction, count }),
      });
      heartbeats = new HeartbeatLoop(
        client,
        () => ({
          ...readHeartbeat(),
          outbox: outboxFigures(store, timers.now()),
          openTransactions: store.journal.countOpen(),
        }),
        () => {
          const acknowledged = audit.acknowledgedUpTo();
          const compare = centreClock.asked();
          return async (answer) => {
            if (answer.ok) {
              compare(answer.value.serverTime);
              exportKeys.heard(answer.value.exportKey);
              if (memory.heard(answer.value, acknowledged)) askAgain.soon();
            }
            if (!answer.ok && isNotLetIn(answer.error)) await knockAgain();
          };
        },
        timers,
        entropy,
      );
      const onRefused = (code: string) => {
        log.warn('audit-batch-refused', { code });
        // How far the centre has the trail is in the heartbeat's answer.
        if (code === 'audit-records-missing') heartbeats?.soon();
      };
      await Promise.all([
        sender.run(signal),
        heartbeats.run(signal),
        askAgain.run(signal),
        sendAudit({ audit, identity, operations, link, timers, entropy, crashPoint, onRefused }, signal),
      ]);
    },
  };
}

function outboxFigures(store: Store, now: number): Heartbeat['outbox'] {
  const { waiting, oldestAt } = store.outbox.figures();
  return {
    waiting,
    oldestSeconds: oldestAt === null ? null : Math.max(0, Math.round((now - oldestAt) / 1000)),
    deadLetters: store.deadLetters.count(),
  };
}
