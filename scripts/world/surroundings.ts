import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCentreKeys, publicCentreKeys } from '../../central/director/centre-keys.ts';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { fictitiousResidents } from '../../src/fictitious-residents/residents.ts';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import { CentralDev, centralFolder } from './central-dev.ts';
import { idReaderOptions } from './devices-of.ts';
import { type CardWire, type Hardware, startHardware } from './hardware.ts';
import { NetworkLink } from './network-link.ts';
import { type DevOffices, devOffices } from './offices.ts';
import { idCardOf, socialCardOf } from './props.ts';
import { ResidentsPhone } from './residents-phone.ts';
import { fictitiousTechnicians } from './technicians.ts';
import { UsbStick } from './usb-stick.ts';

/** What this kiosk is: documents may be for some regions or models alone. */
const PLACE = { region: '示范区', model: '演示型' } as const;

export interface SurroundingsOptions {
  /** Kept between starts; a temporary folder, removed at the end, where absent. */
  readonly folder?: string;
  readonly centralPort?: number;
  readonly cards?: CardWire;
  /** Name of the policy pack in `assets/policy`. */
  readonly pack?: string;
  /** Path of a policy pack anywhere, in place of one by name. */
  readonly policyFile?: string;
  /** Blank cards in the issuer at the start. */
  readonly blanks?: number;
}

/** Everything around a kiosk: virtual hardware, people with their cards, link and central service. */
export interface Surroundings {
  readonly hardware: Hardware;
  readonly central: CentralDev;
  /** Whoever signs what kiosks run; the kiosk was shipped with the root that names them. */
  readonly offices: DevOffices;
  readonly phone: ResidentsPhone;
  readonly link: NetworkLink;
  readonly usbStick: UsbStick;
  readonly residents: readonly FictitiousResident[];
  readonly folder: string;
  /** The pack of kiosk and centre. */
  readonly policyFile: string;
  /** Who is let into maintenance mode (scripts/world/technicians.ts). */
  readonly techniciansFile: string;
  /** What a core that is wired to all this is started with. */
  readonly coreFile: string;
  resident(id: string): FictitiousResident;
  layIdCard(residentId: string): void;
  insertSocialCard(residentId: string): Promise<void>;
  /** The resident's card at the mouth of the card acceptor; false while its entry is closed. */
  offerOwnCard(residentId: string): boolean;
  /** Core kills itself when it reaches this point (main/core/crash-points.ts); null: at none any more. */
  crashAt(point: string | null): void;
  /** Whether a point was named that core has not reached. */
  crashArmed(): boolean;
  /** From the next touch on a resident's patience runs out so many times faster; 1 is real time. */
  hurry(factor: number): void;
  /** The kiosk's clock from now on, milliseconds off the true one; 0: right again. Waits stay real. */
  shiftClock(ms: number): void;
  stop(): Promise<void>;
}

export async function startSurroundings(options: SurroundingsOptions = {}): Promise<Surroundings> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'yikatong-'));
  mkdirSync(folder, { recursive: true });
  const policyFile = options.policyFile ?? `assets/policy/${options.pack ?? DEFAULT_PACK}.json`;
  const residents = fictitiousResidents(dayInShanghai(Date.now()));
  mkdirSync(centralFolder(folder), { recursive: true, mode: 0o700 });
  const offices = await devOffices(
    join(folder, 'offices'),
    publicCentreKeys(openCentreKeys(centralFolder(folder))),
  );
  const [hardware, central] = await Promise.all([
    startHardware(options.cards, options.blanks),
    CentralDev.start(folder, residents, options.centralPort, policyFile, offices.rootFile),
  ]);
  const link = await NetworkLink.start(central.port);
  const crashPointFile = join(folder, 'crash-point');
  const hurryFile = join(folder, 'hurry');
  const clockOffsetFile = join(folder, 'clock-offset');
  const devicesFile = join(folder, 'devices.json');
  const techniciansFile = join(folder, 'technicians.json');
  const coreFile = join(folder, 'core.json');
  const usbStick = new UsbStick(folder);
  writeFileSync(devicesFile, JSON.stringify(hardware.devices));
  const technicians = await fictitiousTechnicians(new Date(Date.now()).toISOString());
  writeFileSync(techniciansFile, JSON.stringify(technicians));
  writeFileSync(
    coreFile,
    JSON.stringify({
      kioskName: '演示机 01',
      folder: join(folder, 'kiosk'),
      policyFile,
      devicesFile,
      techniciansFile,
      rootFile: offices.rootFile,
      place: PLACE,
      centralUrl: link.url,
      enrolmentCode: await central.enrolmentCode(),
      crashPointFile,
      hurryFile,
      clockOffsetFile,
      // A reader of another make stands beside the kiosk, for the technician who swaps.
      discovery: {
        tcp: [
          {
            deviceClass: 'id-card-reader',
            driver: 'sam-v',
            transport: hardware.idReaderWindow.uri('spare'),
            options: idReaderOptions(hardware),
          },
        ],
      },
      stickRoots: [usbStick.root],
      sticksAreFolders: true,
    }),
  );
  const resident = (id: string): FictitiousResident => {
    const found = residents.find((one) => one.id === id);
    if (!found) throw new Error(`no fictitious resident ${id}`);
    return found;
  };
  return {
    hardware,
    central,
    offices,
    phone: new ResidentsPhone(central.url),
    link,
    usbStick,
    residents,
    folder,
    policyFile,
    techniciansFile,
    coreFile,
    resident,
    layIdCard: (id) => hardware.idCardReader.placeCard(idCardOf(resident(id))),
    async insertSocialCard(id) {
      const { card } = resident(id);
      if (!card) throw new Error(`${id} carries no card`);
      const put = await hardware.socialCards.insert(socialCardOf(card));
      if (!put.ok) throw new Error(put.error.message);
    },
    offerOwnCard(id) {
      const { card } = resident(id);
      if (!card) throw new Error(`${id} carries no card`);
      return hardware.acceptor.insert(socialCardOf(card), id) === 'drawn-in';
    },
    hurry: (factor) => writeFileSync(hurryFile, String(factor)),
    shiftClock: (ms) => writeFileSync(clockOffsetFile, String(ms)),
    crashAt: (point) =>
      point === null ? rmSync(crashPointFile, { force: true }) : writeFileSync(crashPointFile, point),
    crashArmed: () => existsSync(crashPointFile),
    async stop() {
      await Promise.all([hardware.stop(), central.stop(), link.close()]);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
