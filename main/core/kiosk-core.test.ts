import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SimulatedClock } from 'xstate';
import { type Heartbeat, heartbeat } from '../../src/contracts/central/enrolment.ts';
import type { ScreenMessage } from '../../src/contracts/command.ts';
import type { MaintenanceAct } from '../../src/contracts/maintenance/maintenance-act.ts';
import { type Screen, type View, view as viewSchema } from '../../src/contracts/view.ts';
import { loadDirectory } from './directory.ts';
import { type KioskCore, startKioskCore } from './kiosk-core.ts';
import { fictitiousTechnicians, oneTimeCode, pinOf } from './maintenance/mode/fictitious-technicians.ts';
import { packOf } from './session/resident-at-the-screen.ts';
import type { Store } from './store/open-store.ts';
import { newFolder, silentLog, storeIn } from './test-kiosk.ts';
import { seededEntropy, settled, VirtualClock } from './virtual-clock.ts';

const POLICY = packOf('hainan');

/** A kiosk without devices, whose centre answers nothing of use; the tests' bench. */
class BareKiosk {
  readonly clock = new VirtualClock(Date.UTC(2026, 10, 22, 4));
  readonly views: View[] = [];
  readonly crashes: unknown[] = [];
  readonly heartbeats: Heartbeat[] = [];
  readonly machineClock = new SimulatedClock();
  readonly store: Store;
  #core: KioskCore | null = null;

  constructor() {
    this.store = storeIn(newFolder(), this.clock);
    this.store.identity.enrolled('kiosk-1' as never);
  }

  async start(): Promise<this> {
    const directory = loadDirectory(POLICY, 'assets');
    if (!directory.ok) throw new Error(directory.error);
    const techniciansFile = join(newFolder(), 'technicians.json');
    writeFileSync(techniciansFile, JSON.stringify(await fictitiousTechnicians()));
    const started = startKioskCore({
      kioskName: 'test',
      version: '0.1.0',
      policy: POLICY,
      directory: directory.value,
      devices: { devices: [] },
      drivers: {},
      store: this.store,
      centralUrl: 'http://central.test',
      timers: this.clock,
      screenClock: this.machineClock,
      entropy: seededEntropy(1),
      log: silentLog,
      signAssertion: (_, jti) => Promise.resolve(`assertion-${jti}`),
      fetch: async (url, request) => {
        if (url.endsWith('/v1/heartbeats'))
          this.heartbeats.push(heartbeat.parse(JSON.parse(request.body ?? '')));
        return new Response(JSON.stringify({ accessToken: 't', expiresInSeconds: 300 }));
      },
      maintenance: { techniciansFile },
      show: (shown) => this.views.push(viewSchema.parse(shown)),
      crash: (error) => this.crashes.push(error),
      violated: (found) => this.crashes.push(found),
      restart: () => undefined,
    });
    await this.clock.advance(5_000);
    const core = await started;
    if (!core.ok) throw new Error(core.error);
    this.#core = core.value;
    await this.settle();
    return this;
  }

  get core(): KioskCore {
    if (!this.#core) throw new Error('not started');
    return this.#core;
  }

  get screen(): Screen | undefined {
    return this.views.at(-1)?.screen;
  }

  async say(message: ScreenMessage): Promise<void> {
    this.core.receive(message);
    await this.settle();
  }

  async command(command: Extract<ScreenMessage, { kind: 'command' }>['command']): Promise<void> {
    await this.say({ kind: 'command', revision: this.views.at(-1)?.revision ?? 0, command });
  }

  async maintain(act: MaintenanceAct): Promise<void> {
    await this.say({ kind: 'maintain', revision: this.views.at(-1)?.revision ?? 0, act });
  }

  async signIn(): Promise<void> {
    await this.maintain({ act: 'use-code' });
    const code = oneTimeCode('T-0417', this.clock.now());
    await this.maintain({ act: 'enter-code', technician: 'T-0417', code });
    await this.maintain({ act: 'enter-pin', pin: pinOf('T-0417') });
  }

  /** argon2 works in turns of its own. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn += 1) await settled();
    if (this.crashes.length > 0) throw this.crashes[0];
  }

  async stop(): Promise<void> {
    const stopped = this.core.stop();
    await this.clock.advance(60_000);
    await stopped;
    this.store.close();
  }
}

let kiosk: BareKiosk | null = null;
afterEach(async () => {
  await kiosk?.stop();
  kiosk = null;
});

describe('one screen for residents and technicians', () => {
  it('a resident is never cut off; afterwards the technician signs in, and residents get it back', async () => {
    kiosk = await new BareKiosk().start();
    await kiosk.command({ type: 'start' });
    expect(kiosk.screen).toBe('home');
    await kiosk.say({ kind: 'call-technician' });
    expect(kiosk.screen).toBe('home');
    await kiosk.command({ type: 'leave' });
    await kiosk.command({ type: 'cancel' });
    await kiosk.command({ type: 'leave' });
    await kiosk.command({ type: 'finish' });
    expect(kiosk.screen).toBe('maintenance');

    // Nothing reaches the residents' session now.
    await kiosk.command({ type: 'start' });
    expect([kiosk.screen, kiosk.core.idle()]).toEqual(['maintenance', false]);
    await kiosk.signIn();
    await kiosk.maintain({ act: 'leave' });
    expect([kiosk.screen, kiosk.core.idle()]).toEqual(['welcome', true]);
    await kiosk.command({ type: 'start' });
    expect(kiosk.screen).toBe('home');
  });

  it('counts every view upwards whoever shows it, and shows the present one to a page that is new', async () => {
    kiosk = await new BareKiosk().start();
    await kiosk.say({ kind: 'call-technician' });
    const before = kiosk.views.length;
    kiosk.core.showAgain();
    expect(kiosk.views.slice(before).map(({ screen }) => screen)).toEqual(['maintenance']);
    await kiosk.maintain({ act: 'give-up-sign-in' });
    expect(kiosk.screen).toBe('welcome');
    const revisions = kiosk.views.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(revisions.at(-1)).toBeGreaterThan(revisions.at(-2) ?? 0);
  });

  it('tells the centre since when a technician is at work', async () => {
    kiosk = await new BareKiosk().start();
    await kiosk.say({ kind: 'call-technician' });
    const since = kiosk.core.maintenance.since();
    expect(since).not.toBeNull();
    await kiosk.clock.advance(61_000);
    expect(kiosk.heartbeats.at(-1)?.maintenanceSince).toBe(since);
  });
});
