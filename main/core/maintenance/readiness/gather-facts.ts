import type { AlarmFacts } from '../../../../src/maintenance/alarm-conditions.ts';
import type { Asked, KioskFacts } from '../../../../src/maintenance/kiosk-facts.ts';
import { err, ok } from '../../../../src/result.ts';
import type { ExpectedCustody } from '../expected-custody.ts';
import { technicianListOf } from '../mode/technician-list-file.ts';
import { askedInTime } from './asked-in-time.ts';
import { binFacts, cardsOutOfSight, stackFact, unknownFacts } from './custody-facts.ts';
import { LinkTimes } from './link-times.ts';
import { MemoryGrowth } from './memory-growth.ts';
import type { ReadinessParts } from './readiness-parts.ts';
import { ScreenWatch } from './screen-watch.ts';

/** What this part can tell; who is locked out and at work, and what watchdogs heal, others add. */
export type WatchedFacts = Omit<AlarmFacts, 'watchdogs' | 'lockedOut' | 'maintenanceSince'>;

/** Looks everything up. Remembers only what nobody else does: since when, how fast, what the page said. */
export class KioskLook {
  readonly screen: ScreenWatch;
  readonly #parts: ReadinessParts;
  readonly #link: LinkTimes;
  readonly #growth: MemoryGrowth;
  readonly #readAt: number;

  constructor(parts: ReadinessParts) {
    this.#parts = parts;
    this.screen = new ScreenWatch(parts.timers);
    this.#link = new LinkTimes(parts.sync.link, parts.timers);
    this.#growth = new MemoryGrowth(parts.timers);
    this.#readAt = parts.timers.now();
  }

  /** What alarms are judged by: cheap enough for every half minute. */
  async watched(asked = this.#custody()): Promise<WatchedFacts> {
    const { timers, store, machine } = this.#parts;
    const memory = machine.memory();
    this.#growth.note(memory.coreBytes);
    const [custody, paper, cabinet, disk] = await Promise.all([
      asked,
      askedInTime(timers, () => this.#paper()),
      askedInTime(timers, () => this.#cabinet()),
      askedInTime(timers, () => machine.disk()),
    ]);
    const violation = this.#parts.closedBecause();
    const { waiting, oldestAt } = store.outbox.figures();
    return {
      now: timers.now(),
      devices: this.#devices(),
      stack: custody.ok ? ok(stackFact(custody.value)) : custody,
      bins: custody.ok ? ok(binFacts(custody.value)) : custody,
      paper,
      queue: { waiting, oldestAt, deadLetters: store.deadLetters.count() },
      cardsOutOfSight: cardsOutOfSight(store),
      violated: violation && `${violation.invariant} ${violation.code}`,
      clock: this.#parts.sync.clockComparison(),
      disk,
      memory: { ...memory, growth: this.#growth.perHour() },
      touch: this.screen.touch,
      assigned: this.#parts.assigned(),
      thresholds: this.#parts.thresholds,
      cabinet,
    };
  }

  /** Everything; answers within a few seconds whatever does not answer. */
  async everything(): Promise<KioskFacts> {
    const { timers, store, machine, sync, kioskName, versions } = this.#parts;
    const asked = this.#custody();
    const [watched, custody, certificate, configuration, database] = await Promise.all([
      this.watched(asked),
      asked,
      askedInTime(timers, async () => (await machine.certificate()) ?? err('no-answer' as const)),
      askedInTime(timers, () => this.#configuration()),
      askedInTime(timers, async () => store.health()),
    ]);
    const open = store.journal.openTransactions();
    return {
      ...watched,
      kioskId: store.identity.load().kioskId,
      kioskName,
      link: {
        up: sync.link.up,
        since: this.#link.since,
        asking: this.#link.asking,
        lastHeard: sync.clockComparison()?.at ?? null,
      },
      openRequests: { open: open.length, oldestAt: open[0]?.openedAt ?? null },
      unknown: custody.ok ? unknownFacts(store, custody.value) : [],
      certificate,
      technicianList: this.#technicianList(),
      database,
      backupAt: store.backupAt(),
      versions,
      configuration,
      camera: this.screen.camera,
      network: machine.network(),
      closedServices: store.closedServices.all(),
      unfinished: this.#parts.unfinished(),
    };
  }

  #custody(): Promise<Asked<ExpectedCustody>> {
    return askedInTime(this.#parts.timers, this.#parts.expected);
  }

  #devices(): KioskFacts['devices'] {
    const failing = new Map(this.#parts.care().map((one) => [one.device, one]));
    return this.#parts.devices.keeping().map(({ device, deviceClass, state, code, recovering, since }) => ({
      device,
      deviceClass,
      state,
      code: code?.slice(0, 80) ?? null,
      recovering,
      since,
      lastSuccess: failing.get(device)?.lastSuccess ?? null,
      failing: failing.get(device)?.failing ?? false,
    }));
  }

  async #paper(): Promise<KioskFacts['paper']> {
    const printer = this.#parts.printer();
    if (!printer) return ok(null);
    const status = await printer.status();
    return status.ok ? status : err('no-answer');
  }

  async #cabinet(): Promise<KioskFacts['cabinet']> {
    const board = this.#parts.cabinet();
    if (!board) return ok(null);
    const status = await board.status();
    if (!status.ok) return err('no-answer');
    const { door, power, batteryPercent } = status.value;
    return ok({ door, power, batteryPercent });
  }

  async #configuration(): Promise<KioskFacts['configuration']> {
    const { files, machine } = this.#parts;
    const age = async (path: string | undefined) => (path === undefined ? null : machine.modifiedAt(path));
    const [policyAt, devicesAt] = [await age(files?.policy), await age(files?.devices)];
    return ok({ policyAt, devicesAt, readAt: this.#readAt });
  }

  #technicianList(): Asked<Extract<KioskFacts['technicianList'], { ok: true }>['value']> {
    const list = technicianListOf(this.#parts.technicians);
    if (!list.ok) return ok({ kind: list.error === 'broken' ? 'broken' : 'missing' });
    const { version, issuedAt } = list.value;
    return ok({ kind: 'in-force', version, issuedAt: Date.parse(issuedAt) });
  }
}
