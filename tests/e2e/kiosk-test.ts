import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type KioskPage, type KioskPageOptions, openKiosk } from '../../scripts/world/kiosk-page.ts';
import { startWorld, type World, type WorldOptions } from '../../scripts/world/world.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';

/** One world for a test file; each test finds it tidy: no cards, no faults, link up, registry as at the start. */
export function kioskWorld(options: WorldOptions = {}): () => World {
  let world: World | null = null;
  const open = (): World => {
    if (!world) throw new Error('the world is not there');
    return world;
  };
  beforeAll(async () => {
    world = await startWorld(options);
  }, 120_000);
  beforeEach(async () => {
    const { hardware, link, central } = open();
    hardware.idCardReader.removeCard();
    hardware.idCardReader.clearFaults();
    hardware.pinPad.faults.clear();
    hardware.pinPad.setState('online');
    hardware.printer.mend();
    await hardware.socialCards.pull();
    hardware.acceptor.mend();
    hardware.acceptor.takeFromGate();
    hardware.issuer.mend();
    hardware.issuer.takeFromGate();
    hardware.codeScanner.mend();
    await Promise.all([hardware.facePrinter.mend(), hardware.documentPrinter.mend()]);
    open().hurry(1);
    link.restore();
    await central.clearFaults();
    await central.reset();
  });
  afterAll(() => world?.stop());
  return open;
}

/**
 * One resident's session before a fresh page. At the end, whatever happened: the page has complained of nothing,
 * and nothing of the person is on the screen, in the files of the kiosk or in its logs (INV-6).
 */
export function session(
  world: World,
  options: KioskPageOptions & { readonly residentId: string },
  play: Play,
): Promise<void> {
  return played(world, world.resident(options.residentId), options, play);
}

/** The same for what needs no face: this resident's cards are at hand, and the kiosk has no camera. */
export function sessionWithoutFace(world: World, residentId: string, play: Play): Promise<void> {
  return played(world, world.resident(residentId), {}, play);
}

type Play = (kiosk: KioskPage, resident: FictitiousResident) => Promise<void>;

async function played(
  world: World,
  resident: FictitiousResident,
  options: KioskPageOptions,
  play: Play,
): Promise<void> {
  const kiosk = await openKiosk(world, options);
  try {
    await play(kiosk, resident);
    expect(kiosk.complaints).toEqual([]);
    expectNothingLeft(await kiosk.text(), resident);
    expectCleanFiles(world, resident);
  } catch (error) {
    // The next test is to find a start screen, not this one's middle.
    world.killCore();
    throw error;
  } finally {
    await kiosk.close();
  }
}

/** What of a resident may be nowhere once they left. */
export const personalOf = ({ document, mobile, card }: FictitiousResident): string[] =>
  [document.name, document.number, document.address, mobile, card?.accountNumber ?? ''].filter(
    (text) => text.length > 1,
  );

function expectNothingLeft(text: string, resident: FictitiousResident): void {
  for (const canary of personalOf(resident)) expect(text).not.toContain(canary);
}

/** INV-6: no personal data in clear in database, WAL, backup or log. */
function expectCleanFiles(world: World, resident: FictitiousResident): void {
  const kept = readdirSync(join(world.folder, 'kiosk'), { recursive: true, withFileTypes: true });
  const files = [
    ...kept.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)),
    join(world.folder, 'kiosk.log'),
  ];
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const canary of personalOf(resident)) {
      expect(bytes.includes(Buffer.from(canary)), `${file} holds personal data`).toBe(false);
      expect(bytes.includes(Buffer.from(canary, 'utf16le')), `${file} holds personal data`).toBe(false);
    }
  }
}

/** Asks until it is so; for what happens beside the screen, without a page to wait for. */
export async function eventually<T>(ask: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  const until = Date.now() + 30_000;
  for (;;) {
    const value = await ask();
    if (good(value)) return value;
    if (Date.now() > until) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Operations of one kind that had their effect. */
export async function doneOperations(world: World, kind: string) {
  const all = await world.central.operations();
  return all.filter((operation) => operation.kind === kind && operation.outcome.state === 'done');
}
