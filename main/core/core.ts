import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { destination } from 'pino';
import type { SpawnHost } from '../../drivers/social-card/host/card-host.ts';
import type { ScreenMessage } from '../../src/contracts/command.ts';
import type { CoreMessage, ShellMessage } from '../../src/contracts/core-link.ts';
import type { Screen } from '../../src/contracts/view.ts';
import { type PolicyPack, parsePolicyPack } from '../../src/policy/policy-pack.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { systemEntropy, systemTimers } from './clock.ts';
import { type CoreConfig, readTextFile } from './core-config.ts';
import { crashPointFromFile } from './crash-point-file.ts';
import { BinWatch } from './devices/bin-watch.ts';
import { createDeviceManager } from './devices/device-manager.ts';
import { type DevicesConfig, devicesConfig } from './devices/devices-config.ts';
import { driverFactories, issuerOptions } from './devices/driver-factories.ts';
import { createOwnCard } from './devices/own-card.ts';
import { PaperWatch } from './devices/paper-watch.ts';
import { RestartRequests } from './devices/restart-requests.ts';
import { loadDirectory } from './directory.ts';
import { flowKit } from './flow-kit.ts';
import { createLog, errorFields } from './log.ts';
import { hurriedClock } from './session/hurried-clock.ts';
import { createSessionHost, type SessionHost } from './session/session-host.ts';
import { backUpRegularly } from './store/backup.ts';
import type { SafeStorage } from './store/key-file.ts';
import { openStore, type Store } from './store/open-store.ts';
import { createSync } from './sync/create-sync.ts';
import { createTransactions } from './transactions/create-transactions.ts';

export interface CoreSurroundings {
  readonly say: (message: CoreMessage) => void;
  /** Ends this process; the supervisor starts another. */
  readonly end: () => void;
  readonly safeStorage?: SafeStorage;
  readonly spawnCardHost?: SpawnHost;
}

export interface Core {
  receive(message: ShellMessage): void;
}

/** Settling must not keep residents waiting for an authority that does not answer; it goes on beside them. */
const SETTLE_PATIENCE_MS = 4_000;

const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));
const version = (): string => JSON.parse(readFileSync(packageFile, 'utf8')).version;

/**
 * Composition root: store, transactions, sync, devices and session host of one kiosk. The error is one sentence
 * for the technician; starting again will not help then.
 */
export async function startCore(
  config: CoreConfig,
  surroundings: CoreSurroundings,
): Promise<Result<Core, string>> {
  const { say, end, safeStorage, spawnCardHost } = surroundings;
  const timers = systemTimers;
  const entropy = systemEntropy;
  const log = createLog(destination({ dest: 2, sync: true }));
  const policy = loadPolicy(config.policyFile);
  if (!policy.ok) return policy;
  const directory = loadDirectory(policy.value, config.assetsFolder);
  if (!directory.ok) return directory;
  const devicesFile = loadDevices(config.devicesFile);
  if (!devicesFile.ok) return devicesFile;
  const opened = openStore({
    folder: config.folder,
    clock: timers,
    entropy,
    ...(safeStorage && { safeStorage }),
  });
  if (!opened.ok) return err(opened.error.message);
  const store = opened.value;

  const crash = (error: unknown) => {
    log.error('core-crashed', errorFields(error));
    end();
  };
  const running = new AbortController();
  const keep = (loop: Promise<void>) => void loop.catch(crash);
  const crashPoint = config.crashPointFile ? { crashPoint: crashPointFromFile(config.crashPointFile) } : {};
  const sync = createSync({ centralUrl: config.centralUrl, store, timers, entropy, log, ...crashPoint });
  const bootId = Buffer.from(entropy.bytes(8)).toString('hex');
  let host: SessionHost | null = null;
  let screen: Screen | null = null;
  let restartAsked = false;
  const restartWhenIdle = () => {
    if (restartAsked && (host?.idle() ?? true)) end();
  };
  const restarts = new RestartRequests(store.settings, () => {
    restartAsked = true;
    restartWhenIdle();
  });
  const drivers = driverFactories(timers, log, spawnCardHost);
  const managed = createDeviceManager({
    config: devicesFile.value,
    drivers,
    timers,
    audit: store.audit,
    log,
    restarts,
  });
  if (!managed.ok) return managed;
  const devices = managed.value;
  commissionStock(devicesFile.value, store);
  const transactions = createTransactions({
    store,
    operations: sync.operations,
    payments: sync.payments,
    personalisation: sync.personalisation,
    cardKeys: sync.cardKeys,
    link: sync.link,
    issuer: () => devices.device('card-issuer'),
    acceptor: () => devices.device('card-acceptor'),
    faces: () => devices.device('card-face-printer'),
    policy: policy.value,
    wakeSender: () => sync.wakeSender(),
    timers,
    entropy,
    ...crashPoint,
  });
  const ownCard = createOwnCard({
    acceptor: () => devices.device('card-acceptor'),
    store,
    timers,
    takeCardSeconds: policy.value.issuance.takeCardSeconds,
  });
  const betweenResidents = onceAtATime(() => ownCard.giveBackLeftBehind());
  const refresh = () => host?.refresh();
  const paper = new PaperWatch(devices.device('receipt-printer'), timers, refresh);
  const bins = new BinWatch(
    { issuer: devices.device('card-issuer'), acceptor: devices.device('card-acceptor') },
    timers,
    refresh,
  );
  const kit = flowKit({
    policy: policy.value,
    directory: directory.value,
    devices,
    paper,
    bins,
    ownCard,
    blanks: () => store.custody.stock(),
    sync,
    transactions,
    audit: store.audit,
    timers,
    entropy,
  });

  store.audit.record('kiosk-started', {
    version: version(),
    policy: `${policy.value.id} ${policy.value.version}`,
    openTransactions: store.journal.countOpen(),
  });
  keep(beat(say, running.signal));
  keep(devices.run(running.signal));
  keep(paper.run(running.signal));
  keep(bins.run(running.signal));
  keep(
    sync.run(
      {
        recorder: transactions.recorder,
        readHeartbeat: () => ({
          bootId,
          version: version(),
          policy: { id: policy.value.id, version: policy.value.version },
          devices: devices.statuses().map(({ device, state, code }) => ({ device, state, code })),
        }),
      },
      running.signal,
    ),
  );
  keep(
    backUpRegularly(
      () => store.backUp(),
      timers,
      running.signal,
      (error) => log.error('backup-failed', errorFields(error)),
    ),
  );
  if (config.enrolmentCode !== undefined) {
    const enrolled = await sync.enrol(config.enrolmentCode, config.kioskName);
    if (!enrolled.ok) log.warn('not-enrolled', { code: enrolled.error.kind });
    else sync.heartbeatSoon();
  }
  await settleFirst(transactions.settleOpenTransactions(AbortSignal.timeout(SETTLE_PATIENCE_MS)));
  keep(transactions.run(running.signal));

  const shown = createSessionHost({
    kit,
    kioskName: config.kioskName,
    ...(config.hurryFile && { clock: hurriedClock(config.hurryFile) }),
    show: (view) => {
      screen = view.screen;
      say({ kind: 'view', view });
      if (view.screen === 'welcome') keep(betweenResidents());
      restartWhenIdle();
    },
    crash,
  });
  host = shown;
  devices.subscribe(() => {
    sync.heartbeatSoon();
    transactions.devicesChanged();
    if (host?.idle()) keep(betweenResidents());
    refresh();
  });
  sync.link.subscribe(refresh);
  say({ kind: 'ready', version: version(), notes: store.recovery ? ['store-restored'] : [] });
  return ok({
    receive(message) {
      switch (message.kind) {
        case 'screen':
          if (somebodyCame(message.message, screen)) {
            devices.nudge();
            // Tiles are to be true for who stands there, not as the last heartbeat found the link.
            sync.heartbeatSoon();
          }
          shown.receive(message.message);
          return;
        case 'show-again':
          shown.receive({ kind: 'hello', protocol: 1 });
      }
    },
  });
}

/** Devices that were given up for a while are tried again at once; out of service there is nothing to start. */
const somebodyCame = (message: ScreenMessage, screen: Screen | null): boolean =>
  message.kind === 'hello' ||
  (message.kind === 'command' && message.command.type === 'start') ||
  (message.kind === 'activity' && screen === 'out-of-service');

/** Tells the supervisor every second that the event loop turns. */
async function beat(say: CoreSurroundings['say'], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    say({ kind: 'alive' });
    await systemTimers.sleep(1_000, signal);
  }
}

async function settleFirst(settling: Promise<void>): Promise<void> {
  const patience = new AbortController();
  await Promise.race([settling, systemTimers.sleep(SETTLE_PATIENCE_MS, patience.signal)]);
  patience.abort();
}

/** Doing it while it is being done is not doing it again. */
function onceAtATime(act: () => Promise<void>): () => Promise<void> {
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    try {
      await act();
    } finally {
      running = false;
    }
  };
}

/** INV-3: what the stack held when the kiosk was put into service begins the ledger, once. */
function commissionStock({ devices }: DevicesConfig, { custody, audit }: Store): void {
  const issuer = devices.find((device) => device.class === 'card-issuer');
  if (!issuer) return;
  const { commissionedStock } = issuerOptions.parse(issuer.options);
  if (custody.commission(commissionedStock)) {
    audit.record('custody-loaded', { blanks: commissionedStock, reason: 'commissioned' });
  }
}

function loadPolicy(path: string): Result<PolicyPack, string> {
  const text = readTextFile(path);
  if (text === null) return err(`The policy pack ${path} can't be read.`);
  const parsed = parsePolicyPack(text);
  return parsed.ok ? parsed : err(`The policy pack ${path} is not right: ${JSON.stringify(parsed.error)}`);
}

function loadDevices(path: string): Result<DevicesConfig, string> {
  const text = readTextFile(path);
  if (text === null) return err(`The device list ${path} can't be read.`);
  const parsed = devicesConfig.safeParse(JSON.parse(text));
  return parsed.success
    ? ok(parsed.data)
    : err(`The device list ${path} is not right: ${parsed.error.message}`);
}
