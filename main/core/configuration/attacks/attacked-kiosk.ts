import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { KioskId } from '../../../../src/brand.ts';
import {
  type NamedDocument,
  newOfficeKeys,
  type OfficeKeys,
  rootOf,
  signed,
} from '../../../../src/configuration/memory/offices.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import { systemEntropy, systemTimers } from '../../clock.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { CentralClient } from '../../sync/central-client.ts';
import { LinkState } from '../../sync/link-state.ts';
import { newFolder, silentLog } from '../../test-kiosk.ts';
import { ConfigurationUpdater } from '../configuration-updater.ts';
import type { UpdaterPatience } from '../updater-options.ts';
import { HostileCentre, type Told } from './hostile-centre.ts';
import { OWN_LINE } from './statements.ts';

/** When the kiosk of every story begins: 09:00 in Shanghai. */
const BEGIN = Date.UTC(2026, 0, 5, 1);
/** The real loop with short pauses: a story is over in milliseconds, and a slow machine is no attacker. */
const PATIENCE: Partial<UpdaterPatience> = {
  pollSeconds: 25,
  pollAnswerMs: 2_000,
  setMs: 60_000,
  leastPauseMs: 0,
  longestPauseMs: 3,
};

/** A kiosk whose own updater and store talk to a hostile centre over real HTTP. */
export class AttackedKiosk {
  readonly centre: HostileCentre;
  readonly store: Store;
  readonly updater: ConfigurationUpdater;
  /** Orders of operators that it took for such. */
  readonly carriedOut: string[] = [];
  readonly #stop = new AbortController();
  #running: Promise<unknown> | null = null;
  #clockMovedMs = 0;
  readonly #folder = newFolder();

  constructor(
    shippedRoot: string,
    url: string,
    centre: HostileCentre,
    patience: Partial<UpdaterPatience> = {},
  ) {
    this.centre = centre;
    const timers: Timers = {
      ...systemTimers,
      now: () => BEGIN + this.#clockMovedMs,
    };
    const opened = openStore({ folder: this.#folder, clock: timers, entropy: systemEntropy });
    if (!opened.ok) throw new Error(opened.error.message);
    this.store = opened.value;
    this.store.identity.enrolled('kiosk-1' as KioskId);
    const link = new LinkState();
    this.updater = new ConfigurationUpdater({
      store: this.store,
      client: new CentralClient({
        baseUrl: url,
        identity: () => this.store.identity.load(),
        link,
        timers,
        entropy: systemEntropy,
        signAssertion: async (_, jti) => `an assertion for ${jti}`,
      }),
      timers,
      entropy: systemEntropy,
      log: silentLog,
      linkUp: () => link.up,
      place: { region: 'haikou', model: 'K2' },
      packLine: OWN_LINE,
      shippedRoot,
      onStaged: () => undefined,
      onClosures: () => undefined,
      onOrder: ({ orderId }) => this.carriedOut.push(orderId),
      patience: { ...PATIENCE, ...patience },
    });
  }

  /** Somebody sets the kiosk's clock, or time goes by. */
  moveClock(byMs: number): void {
    this.#clockMovedMs += byMs;
  }

  /** Until the kiosk has heard all of it and asks again; false: its loop broke, and it will never ask again. */
  async hears(...script: readonly Told[]): Promise<boolean> {
    const heard = this.centre.says(script).then(() => true);
    if (this.#running) this.updater.soon();
    this.#running ??= this.updater.run(this.#stop.signal);
    return Promise.race([heard, this.#running.then(() => false).catch(() => false)]);
  }

  /** Nobody is being served: what waits is applied, and kept. What runs then, in words. */
  runs(): string {
    this.store.configuration.applyStaged(BEGIN);
    this.store.configuration.keepCurrent(BEGIN);
    const documents = this.store.configuration.current()?.documents ?? [];
    return documents.map(({ kind, version }) => `${kind} ${version}`).join(', ');
  }

  /** Somebody writes over every signed statement on its disk. */
  spoilDisk(): void {
    const disk = new Database(join(this.#folder, 'store.db'));
    for (const table of ['root', 'assignment', 'document'])
      disk.exec(`UPDATE configuration_${table} SET sealed = zeroblob(100)`);
    disk.close();
    // What it remembers of these tables, it reads again.
    this.store.configuration.assignments.judge(null);
  }

  async leave(): Promise<void> {
    this.#stop.abort();
    await this.#running?.catch(() => undefined);
    await this.centre.close();
    this.store.close();
  }
}

let offices: Promise<OfficeKeys> | null = null;
/** The offices of every story. */
export function theOffices(): Promise<OfficeKeys> {
  offices ??= newOfficeKeys();
  return offices;
}

/** Plays one story with a kiosk of its own, and takes everything down after it. */
export async function withKiosk(
  story: (kiosk: AttackedKiosk, keys: OfficeKeys) => Promise<boolean>,
  patience: Partial<UpdaterPatience> = {},
): Promise<boolean> {
  const keys = await theOffices();
  const centre = new HostileCentre();
  const root = JSON.stringify(await signed(rootOf(keys, 1), keys.root));
  const kiosk = new AttackedKiosk(root, await centre.listen(), centre, patience);
  try {
    return await story(kiosk, keys);
  } finally {
    await kiosk.leave();
  }
}

/** Hands a document out as it is. */
export const handOut = ({ centre }: AttackedKiosk, ...documents: readonly NamedDocument[]): void => {
  for (const { named, text } of documents)
    centre.documents.set(named.sha256, { form: 'plain', statement: text });
};
