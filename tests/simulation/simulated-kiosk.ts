import type { CrashPointName } from '../../main/core/crash-points.ts';
import type { DeviceConfig } from '../../main/core/devices/devices-config.ts';
import { type KioskCore, startKioskCore } from '../../main/core/kiosk-core.ts';
import { openStore, type Store } from '../../main/core/store/open-store.ts';
import type { SignAssertion } from '../../main/core/sync/sign-in.ts';
import { silentLog } from '../../main/core/test-kiosk.ts';
import type { Command } from '../../src/contracts/command.ts';
import type { View } from '../../src/contracts/view.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import type { Entropy } from '../../src/ports/clock.ts';
import { stepOf } from '../matrix/play.ts';
import type { Machines } from '../matrix/world/machines.ts';
import type { SimulatedTime } from '../matrix/world/simulated-time.ts';
import type { Network } from './centre/network.ts';
import type { Chance } from './chance.ts';
import { PowerCut } from './disk/power-cut.ts';
import type { SimulatedDisk } from './disk/simulated-disk.ts';
import { KioskLife } from './kiosk-life.ts';
import type { Mark } from './plan.ts';

const FOLDER = '/kiosk';
/** From the end of a process to the start of the next: the supervisor's shortest pause. Milliseconds. */
const RESTART_MS = 1_000;
/** The same where it ends again and again. */
const DISK_FULL_RESTART_MS = 30_000;

/** A file that can't grow is told as full, or as failed where SQLite grows a log. */
const isFullDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(SQLITE_FULL|SQLITE_IOERR|ENOSPC)/.test(String(error.code));

export interface SimulatedKioskParts {
  readonly time: SimulatedTime;
  readonly disk: SimulatedDisk;
  readonly machines: Machines;
  readonly network: Network;
  readonly pack: PolicyPack;
  readonly directory: Directory;
  readonly enrolmentCode: string;
  readonly entropy: Entropy;
  readonly chance: Chance;
  readonly signAssertion: SignAssertion;
  readonly crashPointPassed: (name: CrashPointName) => void;
  /** Something happened that a blow may wait for. */
  readonly mark: (mark: Mark) => void;
  readonly trace: (words: string) => void;
  /** The core ended itself for a reason that must not be. */
  readonly broken: (why: string) => void;
}

/** One kiosk's software on modelled hardware: it starts, it is cut off, it starts again on what its disk kept. */
export class SimulatedKiosk {
  readonly #parts: SimulatedKioskParts;
  #life: KioskLife | null = null;
  #store: Store | null = null;
  #core: KioskCore | null = null;
  #view: View | null = null;
  #startsAt: number | null = 0;
  /** The wall clock's error, milliseconds. */
  clockOffset = 0;
  /** The named point that was passed last: where a cut strikes, by the journal's own words. */
  lastPoint = 'nothing begun';
  starts = 0;
  cuts = 0;
  onView: (view: View) => void = () => undefined;

  constructor(parts: SimulatedKioskParts) {
    this.#parts = parts;
  }

  /** null while it is off or starting. */
  get view(): View | null {
    return this.#view;
  }

  get core(): KioskCore | null {
    return this.#core;
  }

  /** null while it is off. */
  get store(): Store | null {
    return this.#store;
  }

  get life(): KioskLife | null {
    return this.#life;
  }

  /** On the start screen, and nobody's business under way. */
  get idle(): boolean {
    return this.#view?.screen === 'welcome' && (this.#core?.idle() ?? false);
  }

  /** When it comes on again by itself; null while it is on. */
  get startsAt(): number | null {
    return this.#startsAt;
  }

  /** The power fails. Throws nothing; whoever was at work finds out. */
  cutPower(offMs: number): void {
    this.#parts.trace(`power fails for ${offMs} ms`);
    this.cuts += 1;
    this.#end(offMs);
    this.#parts.disk.powerCut(() => this.#parts.chance.fraction());
    // Without power nobody is let in at the mouth, and no digit is typed.
    void this.#parts.machines.acceptor.close();
  }

  /** The process ends by itself; what it wrote stays with the machine. */
  #endProcess(): void {
    this.#end(RESTART_MS);
    this.#parts.disk.kill();
  }

  #end(offMs: number): void {
    if (this.#life) this.#life.over = true;
    this.#life = null;
    this.#core = null;
    this.#store = null;
    this.#view = null;
    this.#startsAt = this.#parts.time.now() + offMs;
  }

  /** Begins to start where it is due; time must pass for it to be up. */
  startWhenDue(): void {
    if (this.#startsAt === null || this.#parts.time.now() < this.#startsAt) return;
    this.#startsAt = null;
    this.starts += 1;
    const { time, disk } = this.#parts;
    const life = new KioskLife(time, disk.mount(), () => this.clockOffset);
    this.#life = life;
    this.#parts.trace('starts');
    this.#start(life).catch((error: unknown) => this.#crash(life, error));
  }

  async #start(life: KioskLife): Promise<void> {
    const { timers } = life;
    const { pack, machines, network, entropy, mark, trace } = this.#parts;
    const opened = openStore({ folder: FOLDER, clock: timers, entropy, disk: life.disk });
    if (!opened.ok) {
      this.#parts.broken(`INV-8 the store was refused: ${opened.error.message}`);
      return;
    }
    const store = opened.value;
    this.#store = store;
    if (store.recovery) this.#parts.broken(`INV-4 the store was ${store.recovery.reason} and replaced`);
    const fetch = network.fetchOf(life);
    const started = await startKioskCore({
      kioskName: 'simulated',
      version: '0.1.0',
      policy: pack,
      directory: this.#parts.directory,
      devices: machines.config,
      drivers: this.#drivers(life),
      store,
      centralUrl: 'http://central.test',
      enrolmentCode: this.#parts.enrolmentCode,
      timers,
      screenClock: life.machine,
      entropy,
      log: silentLog,
      crashPoint: (name: CrashPointName) => {
        trace(`passes ${name}`);
        this.lastPoint = name;
        mark('crash-point');
        this.#parts.crashPointPassed(name);
        if (life.over) throw new PowerCut(name);
      },
      fetch: life.fetch(fetch, mark),
      signAssertion: this.#parts.signAssertion,
      show: (view) => this.#show(life, view),
      crash: (error) => this.#crash(life, error),
      violated: (violations) => {
        if (life.over) return;
        const [first] = violations;
        this.#parts.broken(`${first?.invariant} the kiosk itself says: ${JSON.stringify(violations)}`);
        this.#endProcess();
      },
      restart: () => {
        if (life.over) return;
        trace('asks to be started again');
        this.#endProcess();
      },
    });
    if (life.over) return;
    if (!started.ok) throw new Error(started.error);
    this.#core = started.value;
  }

  /** `revision`: of the screen it was meant for. */
  touch(command: Command, revision: number): void {
    const core = this.#core;
    if (!core) return;
    this.#parts.trace(`touch ${command.type}`);
    this.#life?.do(() => core.receive({ kind: 'command', revision, command }));
  }

  #show(life: KioskLife, view: View): void {
    if (life.over) return;
    const before = this.#view;
    this.#view = view;
    if (before === null || stepOf(before) !== stepOf(view)) {
      this.#parts.trace(`shows ${stepOf(view)}`);
      this.#parts.mark('view');
      if (life.over) return;
    }
    this.onView(view);
  }

  #crash(life: KioskLife, error: unknown): void {
    if (life.over || error instanceof PowerCut) return;
    if (isFullDisk(error) && this.#parts.disk.full) {
      this.#parts.trace('ends: the disk is full');
      this.#end(DISK_FULL_RESTART_MS);
      this.#parts.disk.kill();
      return;
    }
    const words =
      error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim()}` : String(error);
    this.#parts.broken(`the core crashed: ${words}`);
    this.#endProcess();
  }

  #drivers(life: KioskLife): Machines['drivers'] {
    const { drivers } = this.#parts.machines;
    const LOOKS = ['open', 'probe', 'close', 'status'];
    const alive = Object.entries(drivers).map(([deviceClass, own]) => [
      deviceClass,
      {
        memory: (config: DeviceConfig) =>
          life.device(
            (own as { memory: (config: DeviceConfig) => object }).memory(config),
            (method, when) => {
              if (LOOKS.includes(method)) return;
              if (when === 'done') return this.#parts.mark('act-done');
              this.#parts.trace(`${deviceClass} ${method}`);
              this.#parts.mark('device-call');
            },
          ),
      },
    ]);
    return Object.fromEntries(alive) as Machines['drivers'];
  }
}
