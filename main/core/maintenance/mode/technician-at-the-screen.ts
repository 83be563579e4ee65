import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimulatedClock } from 'xstate';
import type { MaintenanceAct } from '../../../../src/contracts/maintenance/maintenance-act.ts';
import type { MaintenancePage, MaintenancePageOf } from '../../../../src/contracts/maintenance/page.ts';
import type { ReadinessReport } from '../../../../src/contracts/maintenance/readiness-report.ts';
import type { TechnicianList } from '../../../../src/contracts/maintenance/technician-list.ts';
import { type View, view as viewSchema } from '../../../../src/contracts/view.ts';
import type { SocialCardTrouble } from '../../../../src/ports/social-card-reader.ts';
import type { TechnicianCardAnswer, TechnicianCardReader } from '../../../../src/ports/technician-card.ts';
import { err, type Result } from '../../../../src/result.ts';
import { packOf } from '../../session/resident-at-the-screen.ts';
import type { Store } from '../../store/open-store.ts';
import { newFolder, storeIn } from '../../test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../../virtual-clock.ts';
import { createTaskDesk } from '../guide/create-task-desk.ts';
import type { CameraLook, ReadinessDesk } from '../readiness-desk.ts';
import type { TaskScripts } from '../task-desk.ts';
import { createMaintenanceHost, type MaintenanceHost } from './maintenance-host.ts';

const POLICY = packOf('hainan');
const KIOSK_NAME = 'test';

/** Signs a challenge as some card does; null while none is in the reader. */
export type CardInHand = (challenge: Uint8Array) => Promise<Result<TechnicianCardAnswer, SocialCardTrouble>>;

/** A technician before a real maintenance host over a store on disk, with simulated time; the tests' bench. */
export class TechnicianAtTheScreen {
  readonly timers = new VirtualClock(Date.UTC(2026, 10, 22, 4));
  readonly views: View[] = [];
  readonly looks: CameraLook[] = [];
  readonly folder = newFolder();
  readonly techniciansFile = join(this.folder, 'technicians.json');
  readonly #scripts: TaskScripts;
  #clock = new SimulatedClock();
  #starts = 1;
  #crashes: unknown[] = [];
  store: Store;
  host: MaintenanceHost;
  /** Nobody is served, no card is on its way. */
  free = true;
  /** The centre knows this kiosk no more. */
  revoked = false;
  released = 0;
  red = 0;
  card: CardInHand | null = null;
  hasReader = true;

  constructor(list: TechnicianList | null, scripts: TaskScripts = {}) {
    this.#scripts = scripts;
    if (list) writeFileSync(this.techniciansFile, JSON.stringify(list));
    this.store = storeIn(this.folder, this.timers, this.#starts);
    this.host = this.#start();
  }

  /** The power fails, and comes back after so many milliseconds. */
  async cut(darkMs = 0): Promise<void> {
    this.host.stop();
    this.store.close();
    this.views.length = 0;
    this.#starts += 1;
    this.#clock = new SimulatedClock();
    await this.timers.advance(darkMs);
    this.store = storeIn(this.folder, this.timers, this.#starts);
    this.host = this.#start();
    await this.settle();
  }

  get now(): View | null {
    return this.host.hasScreen() ? (this.views.at(-1) ?? null) : null;
  }

  page<P extends MaintenancePage['page']>(page: P): MaintenancePageOf<P> {
    const shown = this.now;
    if (shown?.screen !== 'maintenance' || shown.page.page !== page)
      throw new Error(`not on ${page} but ${JSON.stringify(shown)}`);
    return shown.page as MaintenancePageOf<P>;
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) await new Promise(setImmediate);
    if (this.#crashes.length > 0) throw this.#crashes[0];
  }

  async call(): Promise<void> {
    this.host.receive({ kind: 'call-technician' });
    await this.settle();
  }

  async touch(act: MaintenanceAct, revision = this.now?.revision ?? 0): Promise<void> {
    this.host.receive({ kind: 'maintain', revision, act });
    await this.settle();
    // argon2 works in turns of its own.
    for (let turn = 0; turn < 400 && this.#checking(); turn += 1) await new Promise(setImmediate);
    await this.settle();
  }

  /** Lets simulated time pass, second by second where somebody waits for it. */
  async wait(seconds: number): Promise<void> {
    await this.timers.advance(seconds * 1_000);
    this.#clock.increment(seconds * 1_000);
    await this.settle();
  }

  /** Names and details of the audit, newest last; events of starts left out. */
  events(): string[] {
    return this.store.audit.all().map(({ event, detail }) => `${event} ${JSON.stringify(detail)}`);
  }

  #checking(): boolean {
    const shown = this.now;
    return shown?.screen === 'maintenance' && shown.page.page === 'sign-in' && shown.page.checking;
  }

  #start(): MaintenanceHost {
    const crash = (error: unknown) => this.#crashes.push(error);
    const { store, timers } = this;
    const entropy = seededEntropy(this.#starts);
    const signal = new AbortController().signal;
    return createMaintenanceHost({
      kioskName: KIOSK_NAME,
      policy: POLICY,
      store,
      technicians: { techniciansFile: this.techniciansFile },
      tasks: createTaskDesk({ store, entropy, scripts: this.#scripts, signal, crash }),
      fitted: (kind) => this.#scripts[kind] !== undefined,
      readiness: this.#readiness(),
      cardReader: () => (this.hasReader ? this.#reader() : null),
      free: () => this.free,
      linkUp: () => false,
      revoked: () => this.revoked,
      timers,
      entropy,
      revisions: { last: 0 },
      clock: this.#clock,
      show: (shown) => this.views.push(viewSchema.parse(shown)),
      released: () => {
        this.released += 1;
      },
      crash,
    });
  }

  #reader(): TechnicianCardReader {
    return {
      authenticateTechnician: (challenge, signal) =>
        this.card?.(challenge) ??
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve(err({ kind: 'aborted' })), { once: true }),
        ),
    };
  }

  #readiness(): ReadinessDesk {
    const bare = { code: null, since: null, lastSuccess: null, facts: {}, next: null };
    return {
      report: async (): Promise<ReadinessReport> => ({
        kioskId: null,
        kioskName: KIOSK_NAME,
        madeAt: this.timers.now(),
        level: this.red > 0 ? 'stop' : 'well',
        lines: Array.from({ length: this.red }, (_, at) => ({
          ...bare,
          subject: 'device' as const,
          which: `d-${at}`,
          level: 'stop' as const,
          state: 'offline',
        })),
      }),
      print: async () => 'printed',
      save: async () => 'no-stick',
      cameraLooked: (look) => this.looks.push(look),
      devices: () => [],
      alarms: () => [],
    };
  }
}
