import { parseArgs } from 'node:util';
import { type ServiceId, serviceId } from '../../src/contracts/service.ts';
import type { Screen } from '../../src/contracts/view.ts';
import { walk } from '../demo/walk.ts';
import { WILLING_RESIDENTS } from '../demo/willing-residents.ts';
import { buildWhereStale, KIOSK_PAGE } from '../start/built-pages.ts';
import { type KioskPage, openKiosk } from '../world/kiosk-page.ts';
import { startWorld, type World } from '../world/world.ts';
import { measureRawPage, type RawPage } from './raw-page.ts';
import { residentSeconds, screensToRead } from './resident-time.ts';

interface ServiceTime {
  readonly service: ServiceId;
  /** What the receipt said; `none` where a service ends without one. */
  readonly outcome: string;
  readonly touches: number;
  /** Distinct screens that want to be read. */
  readonly screens: number;
  /** Milliseconds our software and the virtual devices made the resident wait. */
  readonly ownMs: number;
  readonly residentSeconds: number;
  /** Which screens were counted, in the order they came. */
  readonly read: readonly Screen[];
}

interface Unfinished {
  readonly service: ServiceId;
  readonly error: string;
}

/** `bench residents [--service X]`: how long a willing resident stands before the kiosk, service by service. */
export async function run(args: string[]): Promise<object> {
  const { values } = parseArgs({ args, options: { service: { type: 'string' } } });
  const one = values.service === undefined ? null : serviceId.parse(values.service);
  const built = buildWhereStale(KIOSK_PAGE);
  if (!built.ok) throw new Error(built.error);
  const world = await startWorld();
  try {
    for (const note of world.hardware.notes) console.error(note);
    const baseline: RawPage = await measureRawPage(world);
    const services: (ServiceTime | Unfinished)[] = [];
    for (const service of serviceId.options.filter((id) => one === null || id === one)) {
      const time = await timeOf(world, service);
      console.error(JSON.stringify(time));
      services.push(time);
    }
    return { services, baseline };
  } finally {
    await world.stop();
  }
}

/** One session on a registry as on the first day; a session that does not end spoils no other one. */
async function timeOf(world: World, service: ServiceId): Promise<ServiceTime | Unfinished> {
  await world.central.reset();
  const residentId = WILLING_RESIDENTS[service];
  const kiosk = await openKiosk(world, { residentId });
  try {
    const visit = { world, kiosk, service, resident: world.resident(residentId) };
    const { outcome, shown, touches, ownMs } = await walk(visit, async () => undefined);
    await seeOff(kiosk);
    const read = screensToRead(shown);
    return {
      service,
      outcome,
      touches,
      screens: read.length,
      ownMs,
      residentSeconds: residentSeconds(touches, read.length, ownMs),
      read,
    };
  } catch (error) {
    // The next resident is to find a start screen, not this one's middle.
    world.killCore();
    return { service, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await kiosk.close();
    await tidy(world);
  }
}

/** After the last screen was counted: the next resident finds the start screen. */
async function seeOff(kiosk: KioskPage): Promise<void> {
  if ((await kiosk.screen('ended', 'welcome')) === 'ended') await kiosk.touch('finish');
  await kiosk.screen('welcome');
}

/** Nobody's card is left in a reader or at a gate. */
async function tidy({ hardware }: World): Promise<void> {
  hardware.idCardReader.removeCard();
  hardware.acceptor.takeFromGate();
  hardware.issuer.takeFromGate();
  await hardware.socialCards.pull();
}
