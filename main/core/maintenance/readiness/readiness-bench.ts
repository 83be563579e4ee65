import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KioskId } from '../../../../src/brand.ts';
import { thresholdsWith } from '../../../../src/maintenance/thresholds-in-force.ts';
import type { ReceiptPrinterStatus } from '../../../../src/ports/receipt-printer.ts';
import type { PaperReceipt } from '../../../../src/receipt/paper-receipt.ts';
import { ok } from '../../../../src/result.ts';
import type { DeviceKeeping } from '../../devices/device-manager.ts';
import type { Violation } from '../../invariants/violation.ts';
import { LinkState } from '../../sync/link-state.ts';
import { MaintenanceBench } from '../maintenance-bench.ts';
import type { StickPlaces } from '../system/sticks.ts';
import { findSticks } from '../system/sticks.ts';
import { KioskLook } from './gather-facts.ts';
import type { MachineLook } from './machine-look.ts';
import type { ReadinessParts } from './readiness-parts.ts';

const GIGABYTE = 1024 ** 3;

/** A machine with nothing to do; a test makes parts of it silent. */
export const wellMachine = (validTo: number): MachineLook => ({
  disk: () => Promise.resolve({ freeBytes: 20 * GIGABYTE, totalBytes: 60 * GIGABYTE }),
  memory: () => ({ coreBytes: 150_000_000, freeBytes: GIGABYTE, totalBytes: 4 * GIGABYTE }),
  network: () => [{ interface: 'eth0', address: '192.0.2.17' }],
  certificate: () => Promise.resolve({ kind: 'tls', validFrom: 0, validTo, untrusted: null }),
  modifiedAt: () => Promise.resolve(0),
});

/** Everything readiness is looked up from, with a ledger and card machines that are real; the tests' bench. */
export class ReadinessBench {
  readonly ground = new MaintenanceBench(90);
  readonly link = new LinkState();
  readonly printed: PaperReceipt[] = [];
  readonly sticksFolder = mkdtempSync(join(tmpdir(), 'yikatong-sticks-'));
  readonly parts: ReadinessParts;
  readonly look: KioskLook;
  paper: ReceiptPrinterStatus = { paper: 'full', cover: 'closed', cutter: 'ok', online: true };
  device: DeviceKeeping;
  closedBecause: Violation | null = null;

  constructor(own: Partial<ReadinessParts> = {}) {
    const { ground } = this;
    const { clock, store } = ground;
    store.identity.enrolled('kiosk-1' as KioskId);
    store.backUp();
    this.device = {
      device: 'id-reader',
      deviceClass: 'id-card-reader',
      state: 'online',
      code: null,
      recovering: false,
      ladder: null,
      since: clock.now(),
    };
    const places: StickPlaces = { roots: [this.sticksFolder], plainFolders: true };
    this.parts = {
      kioskName: '一号机',
      // After a power cut it is another.
      get store() {
        return ground.store;
      },
      timers: clock,
      devices: { keeping: () => [this.device] },
      care: () => [],
      printer: () => ({
        status: async () => ok(this.paper),
        print: async (receipt) => {
          this.printed.push(receipt);
          return ok(undefined);
        },
      }),
      cabinet: () => null,
      expected: () => ground.acts.expected(),
      sync: { link: this.link, clockComparison: () => ({ offsetMs: 20, withinMs: 5, at: clock.now() }) },
      closedBecause: () => this.closedBecause,
      machine: wellMachine(clock.now() * 2),
      versions: { software: '0.1.0', node: process.version, policy: 'hainan 3' },
      files: null,
      technicians: {},
      thresholds: thresholdsWith({}),
      assigned: () => null,
      unfinished: () => [],
      sticks: () => findSticks(places),
      technician: () => 'T-0417',
      ...own,
    };
    this.look = new KioskLook(this.parts);
    this.link.report(true);
  }
}
