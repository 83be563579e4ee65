import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { fictitiousResidents } from '../../src/fictitious-residents/residents.ts';
import { CentralDev } from './central-dev.ts';
import { type ChildProgram, startProgram } from './child-program.ts';
import { type Hardware, startHardware } from './hardware.ts';
import { NetworkLink } from './network-link.ts';
import { idCardOf, socialCardOf } from './props.ts';

const SHELL_READY_WITHIN_MS = 60_000;

export interface WorldOptions {
  /** Kept between starts; a temporary folder, removed at the end, where absent. */
  readonly folder?: string;
  /** Port of the kiosk's page; 0 or absent takes a free one. */
  readonly kioskPort?: number;
  readonly centralPort?: number;
  /** Origin that may frame the kiosk's page: the dev dock's. */
  readonly devDockOrigin?: string;
  /** Where the built renderer is; `dist/renderer` where absent. */
  readonly rendererDirectory?: string;
}

/** A whole kiosk with everything around it: virtual hardware, link, central service, core and browser shell. */
export interface World {
  readonly hardware: Hardware;
  readonly central: CentralDev;
  readonly link: NetworkLink;
  readonly residents: readonly FictitiousResident[];
  readonly folder: string;
  /** The kiosk's page, with its per-boot token. */
  kioskUrl(): string;
  resident(id: string): FictitiousResident;
  layIdCard(residentId: string): void;
  insertSocialCard(residentId: string): Promise<void>;
  /** Core kills itself when it reaches this point (main/core/crash-points.ts). */
  crashAt(point: string): void;
  /** Kills core now, as a power cut would; its shell starts another. */
  killCore(): void;
  stopKiosk(): Promise<void>;
  startKiosk(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'yikatong-'));
  mkdirSync(folder, { recursive: true });
  const residents = fictitiousResidents(dayInShanghai(Date.now()));
  const [hardware, central] = await Promise.all([
    startHardware(),
    CentralDev.start(folder, residents, options.centralPort),
  ]);
  const link = await NetworkLink.start(central.port);
  const crashPointFile = join(folder, 'crash-point');
  const devicesFile = join(folder, 'devices.json');
  const coreFile = join(folder, 'core.json');
  const shellFile = join(folder, 'shell.json');
  writeFileSync(devicesFile, JSON.stringify(hardware.devices));
  writeFileSync(
    coreFile,
    JSON.stringify({
      kioskName: '演示机 01',
      folder: join(folder, 'kiosk'),
      policyFile: 'assets/policy/hainan.json',
      devicesFile,
      centralUrl: link.url,
      enrolmentCode: await central.enrolmentCode(),
      crashPointFile,
    }),
  );
  writeFileSync(
    shellFile,
    JSON.stringify({
      port: options.kioskPort ?? 0,
      rendererDirectory: options.rendererDirectory ?? 'dist/renderer',
      coreConfig: coreFile,
      ...(options.devDockOrigin && { devDockOrigin: options.devDockOrigin }),
    }),
  );
  let shell: ChildProgram | null = null;

  const resident = (id: string): FictitiousResident => {
    const found = residents.find((one) => one.id === id);
    if (!found) throw new Error(`no fictitious resident ${id}`);
    return found;
  };
  const world: World = {
    hardware,
    central,
    link,
    residents,
    folder,
    resident,
    kioskUrl: () => String(shell?.ready.url ?? ''),
    layIdCard: (id) => hardware.idCardReader.placeCard(idCardOf(resident(id))),
    async insertSocialCard(id) {
      const { card } = resident(id);
      if (!card) throw new Error(`${id} carries no card`);
      const put = await hardware.socialCards.insert(socialCardOf(card));
      if (!put.ok) throw new Error(put.error.message);
    },
    crashAt: (point) => writeFileSync(crashPointFile, point),
    killCore: () => shell?.child.kill('SIGUSR2'),
    async stopKiosk() {
      await shell?.stop();
      shell = null;
    },
    async startKiosk() {
      shell = await startProgram(['scripts/world/kiosk-process.ts', shellFile], {
        logFile: join(folder, 'kiosk.log'),
        readyWithinMs: SHELL_READY_WITHIN_MS,
      });
    },
    async stop() {
      await world.stopKiosk();
      await Promise.all([hardware.stop(), central.stop(), link.close()]);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  await world.startKiosk();
  return world;
}
