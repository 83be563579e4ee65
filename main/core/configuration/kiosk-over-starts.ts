import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimulatedClock } from 'xstate';
import type { Command } from '../../../src/contracts/command.ts';
import type { DocumentContent } from '../../../src/contracts/configuration/document.ts';
import { type Screen, type View, view as viewSchema } from '../../../src/contracts/view.ts';
import { CardSlot } from '../../../src/flows/memory/card-slot.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import { aborted } from '../../../src/ports/device-status.ts';
import type { IdCardRead, IdCardReader } from '../../../src/ports/id-card-reader.ts';
import { err, ok } from '../../../src/result.ts';
import type { DriverFactories } from '../devices/device-manager.ts';
import { loadDirectory } from '../directory.ts';
import { type KioskCore, startKioskCore } from '../kiosk-core.ts';
import { packOf } from '../session/resident-at-the-screen.ts';
import type { StoredDocument } from '../store/configuration-document-store.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { newFolder, silentLog } from '../test-kiosk.ts';
import { seededEntropy, settled, VirtualClock } from '../virtual-clock.ts';
import { CutDisk, PowerIsAway } from './cut-disk.ts';
import { loadConfiguration } from './load-configuration.ts';
import { SigningBench } from './signing-bench.ts';

export const SHIPPED = packOf('hainan');
const NOON = Date.UTC(2026, 10, 22, 4);

/** A kiosk with an ID card reader and a root of trust, over many cores on one disk; the tests' bench. */
export class KioskOverStarts {
  readonly clock = new VirtualClock(NOON);
  readonly folder = newFolder();
  readonly signing: SigningBench;
  readonly cards = new CardSlot<IdCardRead>();
  readonly power = new CutDisk();
  /** Boot of the machine: another one after the power was away. */
  bootId = 'boot-1';
  /** A core that ends, for whatever reason, ends here. */
  restarts = 0;
  starts = 0;
  /** A core of this set dies as it starts. */
  diesWith: (pack: PolicyPack) => boolean = () => false;
  #store: Store | null = null;
  #stopping: Promise<void> = Promise.resolve();
  #core: KioskCore | null = null;
  #screenClock = new SimulatedClock();
  #views: View[] = [];

  constructor(signing: SigningBench) {
    this.signing = signing;
  }

  static async open(): Promise<KioskOverStarts> {
    return new KioskOverStarts(await SigningBench.open());
  }

  /** The store between two cores, or the one of the running core. */
  get store(): Store {
    this.#store ??= this.#open();
    return this.#store;
  }

  get core(): KioskCore {
    if (!this.#core) throw new Error('no core is running');
    return this.#core;
  }

  get view(): View {
    const last = this.#views.at(-1);
    if (!last) throw new Error('nothing on the screen');
    return last;
  }

  get screen(): Screen {
    return this.view.screen;
  }

  /** What the running core decides by. */
  get pack(): string {
    const { detail } = this.audit('kiosk-started').at(-1) ?? {};
    return String(detail?.policy);
  }

  audit(event: string) {
    return this.store.audit.all().filter((record) => record.event === event);
  }

  pack2(changes: Partial<PolicyPack> = {}): DocumentContent<'policy-pack'> {
    return { ...SHIPPED, version: SHIPPED.version + 1, ...changes };
  }

  /** As the updater leaves it: checked, and waiting. */
  stage(
    assignment: number,
    documents: readonly StoredDocument[],
    { effectiveFrom = NOON, goesBack = false } = {},
  ): void {
    const { configuration } = this.store;
    configuration.roots.add([{ version: 1, statement: this.signing.root }]);
    configuration.stage({ assignment, effectiveFrom, goesBack, documents }, this.clock.now());
  }

  /** Starts a core as a process does; null where it died on the way. */
  async start(): Promise<KioskCore | null> {
    await this.close();
    this.starts += 1;
    const rootFile = join(this.folder, 'root.json');
    const bootIdFile = join(this.folder, 'boot-id');
    writeFileSync(rootFile, this.signing.root);
    writeFileSync(bootIdFile, `${this.bootId}\n`);
    const directory = loadDirectory(SHIPPED, 'assets');
    if (!directory.ok) throw new Error(directory.error);
    const { store, clock } = this;
    const shipped = { policy: SHIPPED, directory: directory.value };
    const place = { region: 'hainan', model: 'bench' };
    const loaded = await loadConfiguration(
      { rootFile, bootIdFile, place, assetsFolder: 'assets' },
      { store, ...shipped, timers: clock, log: silentLog },
    );
    if (!loaded.ok || !loaded.value) throw new Error('the configuration did not load');
    if (this.diesWith(loaded.value.running.policy)) {
      this.crash();
      return null;
    }
    this.#screenClock = new SimulatedClock();
    this.#views = [];
    const before = this.restarts;
    const starting = startKioskCore({
      kioskName: 'test',
      version: '0.1.0',
      ...shipped,
      configuration: loaded.value,
      devices: {
        devices: [
          { id: 'id-reader', class: 'id-card-reader', driver: 'bench', transport: 'memory', options: {} },
        ],
      },
      drivers: this.#drivers(),
      store,
      centralUrl: 'http://central.test',
      timers: clock,
      screenClock: this.#screenClock,
      entropy: seededEntropy(this.restarts + 1),
      log: silentLog,
      signAssertion: (_, jti) => Promise.resolve(`assertion-${jti}`),
      fetch: async () => new Response('{}', { status: 503 }),
      show: (shown) => this.#views.push(viewSchema.parse(shown)),
      crash: (error) => {
        if (!(error instanceof PowerIsAway)) throw error;
        this.crash();
      },
      violated: (found) => {
        throw new Error(JSON.stringify(found));
      },
      restart: () => this.#ended(),
    });
    await clock.advance(5_000);
    const started = await starting;
    if (!started.ok) throw new Error(started.error);
    this.#core = started.value;
    // It ended while it came up.
    if (this.restarts > before || this.power.away) this.crash();
    await this.settle();
    return this.#core;
  }

  /** Starts cores until one stays up, as the supervisor does. */
  async up(): Promise<void> {
    do await this.start();
    while (this.#core === null);
  }

  /** The process dies; what it wrote stays. */
  crash(): void {
    this.#stopping = this.#core?.stop() ?? Promise.resolve();
    this.#core = null;
  }

  /** Lets go of the disk, as a process does that is gone. */
  async close(): Promise<void> {
    if (this.#core) this.crash();
    const stopping = this.#stopping;
    await this.clock.advance(60_000);
    await stopping;
    this.#store?.close();
    this.#store = null;
  }

  /** Lets promises settle, and time pass for the core and for the screen. */
  async settle(seconds = 0): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) await settled();
    if (seconds === 0) return;
    this.#screenClock.increment(seconds * 1_000);
    await this.clock.advance(seconds * 1_000);
    for (let turn = 0; turn < 10; turn += 1) await settled();
  }

  async touch(command: Command): Promise<void> {
    this.core.receive({ kind: 'command', revision: this.view.revision, command });
    await this.settle();
  }

  /** Looks up outlets and leaves: nothing can go wrong with it. */
  async visit(): Promise<void> {
    await this.touch({ type: 'start' });
    await this.touch({ type: 'choose-service', service: 'outlets' });
    await this.touch({ type: 'finish' });
    await this.touch({ type: 'finish' });
  }

  /** Wants a service that begins with the ID card; the reader says at once how it is. */
  async layCardDown(): Promise<void> {
    await this.touch({ type: 'start' });
    await this.touch({ type: 'choose-service', service: 'apply' });
    await this.settle(2);
  }

  async leaveTrouble(): Promise<void> {
    await this.touch({ type: 'finish' });
    await this.touch({ type: 'finish' });
  }

  #open(): Store {
    const opened = openStore({
      folder: this.folder,
      clock: this.clock,
      entropy: seededEntropy(1),
      disk: this.power.disk,
    });
    if (!opened.ok) throw new Error(opened.error.message);
    const store = opened.value;
    store.identity.enrolled('kiosk-1' as never);
    return store;
  }

  #ended(): void {
    this.restarts += 1;
    this.crash();
  }

  /** A reader that reads, unless its options say it is broken: then every read fails. */
  #drivers(): DriverFactories {
    return {
      'id-card-reader': {
        bench: ({ options }) => {
          const reader: IdCardReader = {
            open: async () => ok(undefined),
            probe: async () => ok(undefined),
            close: () => Promise.resolve(),
            waitForCard: async (signal) =>
              options.broken || (await this.cards.until((card) => card !== null, signal))
                ? ok(undefined)
                : err(aborted),
            waitForRemoval: async () => ok(undefined),
            read: async () => {
              if (options.broken) return err({ kind: 'read-failed', code: '41' });
              return this.cards.card ? ok(this.cards.card) : err({ kind: 'no-card' });
            },
            samId: async () => ok('bench'),
          };
          return reader;
        },
      },
    };
  }
}
