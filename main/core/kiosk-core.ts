import type { ScreenMessage } from '../../src/contracts/command.ts';
import type { Screen } from '../../src/contracts/view.ts';
import { ok, type Result } from '../../src/result.ts';
import { commissionStock } from './commission-stock.ts';
import { composeConfiguration } from './configuration/compose-configuration.ts';
import { BinWatch } from './devices/bin-watch.ts';
import { CardsInMotion } from './devices/cards-in-motion.ts';
import { createDeviceCounters } from './devices/device-counters.ts';
import { createDeviceManager } from './devices/device-manager.ts';
import { createOwnCard } from './devices/own-card.ts';
import { PaperWatch } from './devices/paper-watch.ts';
import { RestartRequests } from './devices/restart-requests.ts';
import { flowKit } from './flow-kit.ts';
import { InvariantWatch } from './invariants/invariant-watch.ts';
import { kioskAtRest } from './invariants/kiosk-at-rest.ts';
import type { KioskCore, KioskParts } from './kiosk-parts.ts';
import { composeMaintenance, type Maintenance } from './maintenance/compose-maintenance.ts';
import { createCustodyActs } from './maintenance/custody-acts.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { carryOutOrder } from './operator-orders/carry-out-order.ts';
import { Revocation } from './revocation/revocation.ts';
import { noteIgnoredTexts } from './session/note-ignored-texts.ts';
import { createSessionHost, type SessionHost } from './session/session-host.ts';
import { watchNotices } from './session/watch-notices.ts';
import { settleFirst } from './settle-first.ts';
import { somebodyCame } from './somebody-came.ts';
import { backUpStore } from './store/back-up-store.ts';
import { createSync } from './sync/create-sync.ts';
import { heartbeatBody } from './sync/heartbeat-body.ts';
import { ServiceNews } from './sync/service-news.ts';
import { createTransactions } from './transactions/create-transactions.ts';

export type { KioskCore, KioskParts } from './kiosk-parts.ts';

/** Composition root of one kiosk over its store: transactions, sync, devices, session host, and the loops between. */
export async function startKioskCore(given: KioskParts): Promise<Result<KioskCore, string>> {
  const configuration = composeConfiguration(given, () => free());
  const { parts } = configuration;
  const { store, policy, timers, entropy, log, crash } = parts;
  const running = new AbortController();
  const loops = new Set<Promise<void>>();
  const keep = (loop: Promise<void>) => {
    const kept = loop.catch(crash).finally(() => loops.delete(kept));
    loops.add(kept);
  };
  const crashPoint = parts.crashPoint ? { crashPoint: parts.crashPoint } : {};
  const revocation = new Revocation({ store, changed: () => refresh() });
  const sync = createSync({
    standing: revocation,
    centralUrl: parts.centralUrl,
    store,
    timers,
    entropy,
    log,
    ...crashPoint,
    ...(parts.fetch && { fetch: parts.fetch }),
    ...(parts.signAssertion && { signAssertion: parts.signAssertion }),
  });
  let host: SessionHost | null = null;
  let maintenance: Maintenance | null = null;
  let screen: Screen | null = null;
  let restartAsked = false;
  const restartWhenIdle = () => {
    if (restartAsked && (host?.idle() ?? true) && !maintenance?.host.atWork()) parts.restart();
  };
  const restarts = new RestartRequests(store.settings, () => {
    restartAsked = true;
    restartWhenIdle();
  });
  const counters = parts.maintenance?.ground ? createDeviceCounters(store.deviceCare, timers) : null;
  const managed = createDeviceManager({
    ...(counters && { counters }),
    config: parts.devices,
    drivers: parts.drivers,
    timers,
    audit: store.audit,
    log,
    restarts,
  });
  if (!managed.ok) return managed;
  const devices = managed.value;
  commissionStock(parts.devices, store);
  const inMotion = new CardsInMotion();
  const machines = {
    issuer: () => devices.device('card-issuer'),
    acceptor: () => devices.device('card-acceptor'),
  };
  const { issuer, acceptor } = inMotion.watch(machines);
  const transactions = createTransactions({
    store,
    operations: sync.operations,
    payments: sync.payments,
    personalisation: sync.personalisation,
    cardKeys: sync.cardKeys,
    link: sync.link,
    issuer,
    acceptor,
    faces: () => devices.device('card-face-printer'),
    policy,
    wakeSender: () => sync.wakeSender(),
    timers,
    entropy,
    violated: (found) => invariants.violated(found),
    acted: () => invariants.quiet(),
    ...crashPoint,
  });
  const invariants = new InvariantWatch({
    store,
    policy,
    assignment: configuration.running.assignment,
    clock: timers,
    log,
    atRest: () => kioskAtRest(host, kit, devices, transactions),
    stop: parts.violated,
    closed: () => host?.refresh(),
  });
  const { takeCardSeconds } = policy.issuance;
  const ownCard = createOwnCard({ acceptor, store, timers, takeCardSeconds });
  const serviceNews = new ServiceNews();
  const refresh = () => {
    host?.refresh();
    if (serviceNews.changed(kit.tiles())) sync.heartbeatSoon();
    maintenance?.host.refresh();
    maintenance?.lookSoon();
  };
  const custodyActs = createCustodyActs({
    ...machines,
    store,
    busy: () => inMotion.any || !(host?.idle() ?? false),
    changed: () => {
      refresh();
      if (host?.idle()) keep(betweenResidents());
    },
  });
  const betweenResidents = onceAtATime(async () => {
    if (!custodyActs.underWay() && !maintenance?.testsUnderWay())
      await inMotion.during(() => ownCard.giveBackLeftBehind());
    maintenance?.host.refresh();
    configuration.look();
  });
  const paper = new PaperWatch(devices.device('receipt-printer'), timers, refresh);
  const bins = new BinWatch({ issuer: issuer(), acceptor: acceptor() }, timers, refresh, {
    blanks: () => (store.custody.inMachine('blank') ? null : store.custody.stock()),
    disagrees: (sensor, ledger) => store.audit.record('stack-disagrees', { sensor, ledger }),
  });
  const kit = flowKit({
    policy,
    directory: parts.directory,
    running: configuration.running,
    revoked: () => revocation.revoked,
    closedByCentre: () => configuration.closedByCentre(),
    receiptCodes: configuration.receiptCodes,
    devices,
    paper,
    bins,
    ownCard,
    blanks: () => store.custody.stock(),
    sync,
    transactions,
    invariants,
    closedServices: store.closedServices,
    lowReach: () => store.settings.get('low-reach') === 'on',
    audit: configuration.audit,
    timers,
    entropy,
  });

  store.audit.record('kiosk-started', {
    version: parts.version,
    policy: `${policy.id} ${policy.version}`,
    openTransactions: store.journal.countOpen(),
  });
  keep(devices.run(running.signal));
  keep(paper.run(running.signal));
  keep(bins.run(running.signal));
  const readHeartbeat = heartbeatBody({
    ...{ parts, entropy, devices, counters, paper, kit },
    maintenance: () => maintenance,
    certificateEndsAt: () => configuration.certificateEndsAt(),
  });
  keep(sync.run({ recorder: transactions.recorder, readHeartbeat }, running.signal));
  keep(backUpStore(store, timers, log, running.signal));
  if (parts.enrolmentCode !== undefined) {
    const enrolled = await sync.enrol(parts.enrolmentCode, parts.kioskName);
    if (!enrolled.ok) log.warn('not-enrolled', { code: enrolled.error.kind });
    else sync.heartbeatSoon();
  }
  await settleFirst(timers, (signal) => transactions.settleOpenTransactions(signal));
  invariants.begin();
  keep(transactions.run(running.signal));

  const free = (): boolean =>
    (host?.idle() ?? false) &&
    !(maintenance?.host.atWork() ?? false) &&
    !(maintenance?.testsUnderWay() ?? false) &&
    !inMotion.any;
  const nobodyIsThere = () => {
    keep(betweenResidents());
    invariants.quiet();
  };
  const screenClock = parts.screenClock && { clock: parts.screenClock };
  const show: KioskParts['show'] = (view) => {
    screen = view.screen;
    parts.show(view);
    restartWhenIdle();
  };
  const revisions = { last: 0 };
  const technicians: Maintenance = composeMaintenance({
    parts,
    devices,
    counters,
    ownCard,
    inMotion,
    custodyActs,
    sync,
    closedBecause: () => invariants.closedBecause,
    revoked: () => revocation.revoked,
    thresholds: configuration.running.thresholds,
    assigned: () => configuration.assigned(),
    busy: () => inMotion.any || !(host?.idle() ?? false),
    idle: () => (host?.idle() ?? false) && !technicians.host.atWork(),
    changed: () => {
      refresh();
      if (host?.idle()) keep(betweenResidents());
    },
    linkUp: () => sync.link.up,
    free: () => !inMotion.any && (host?.idle() ?? false),
    revisions,
    ...screenClock,
    show,
    released: () => host?.showAnew(),
    signal: running.signal,
  });
  maintenance = technicians;
  const shown = createSessionHost({
    kit,
    kioskName: parts.kioskName,
    revisions,
    ...screenClock,
    show: (view) => {
      if (!technicians.host.hasScreen()) show(view);
      if (host?.idle()) nobodyIsThere();
      technicians.host.refresh();
    },
    crash,
  });
  host = shown;
  keep(technicians.run());
  const orderGround = { store, transactions, clock: timers, sync };
  configuration.listen({
    client: sync.client,
    linkUp: () => sync.link.up,
    changed: refresh,
    onOrder: (order) => void carryOutOrder(order, orderGround),
  });
  keep(configuration.run(running.signal));
  keep(watchNotices(configuration.running.notices, timers, refresh, running.signal));
  // A card that the power left inside goes back, whoever comes next.
  nobodyIsThere();
  devices.subscribe(() => {
    sync.heartbeatSoon();
    transactions.devicesChanged();
    if (shown.idle()) keep(betweenResidents());
    refresh();
  });
  sync.link.subscribe(refresh);
  const receive = (message: ScreenMessage) => {
    noteIgnoredTexts(message, log);
    if (!technicians.host.hasScreen()) shown.receive(message);
    technicians.host.receive(message);
    technicians.heard(message);
  };
  return ok({
    sync,
    devices,
    maintenance: technicians.host,
    shellActed: (note) => technicians.shellActed(note),
    custodyActs,
    tiles: () => kit.tiles(),
    closedBecause: () => invariants.closedBecause,
    restart: parts.restart,
    idle: () => shown.idle() && !technicians.host.atWork(),
    showAgain: () => receive({ kind: 'hello', protocol: 1 }),
    receive(message) {
      if (somebodyCame(message, screen)) {
        devices.nudge();
        // Tiles are to be true for who stands there, not as the last heartbeat found the link.
        sync.heartbeatSoon();
      }
      receive(message);
    },
    async stop() {
      shown.stop();
      technicians.host.stop();
      running.abort();
      await Promise.all(loops);
    },
  });
}
