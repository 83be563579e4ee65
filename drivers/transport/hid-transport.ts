import type { HIDAsync } from 'node-hid';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport, Unsubscribe } from './byte-transport.ts';
import { LinkEvents } from './link-events.ts';
import { linkLost, openTrouble } from './transport-trouble.ts';

/** ID card readers use fixed 64-byte reports without report ids (protocols 2.1). */
export const HID_REPORT_BYTES = 64;

/** Cuts a message into output reports: report id 00 first (hidapi's rule), the last one padded with zeros. */
export function outputReports(bytes: Uint8Array): Buffer[] {
  const reports: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += HID_REPORT_BYTES) {
    const report = Buffer.alloc(1 + HID_REPORT_BYTES);
    report.set(bytes.subarray(at, at + HID_REPORT_BYTES), 1);
    reports.push(report);
  }
  return reports;
}

const usbId = (id: number): string => id.toString(16).padStart(4, '0');

/** A HID device as a stream. Zero padding of the last input report reaches the driver, which skips it as noise. */
export class HidTransport implements ByteTransport {
  readonly name: string;
  readonly #vendorId: number;
  readonly #productId: number;
  readonly #events = new LinkEvents();
  #device: HIDAsync | null = null;
  #opening: Promise<Result<void, DeviceTrouble>> | null = null;

  constructor(vendorId: number, productId: number) {
    this.#vendorId = vendorId;
    this.#productId = productId;
    this.name = `hid:${usbId(vendorId)}:${usbId(productId)}`;
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    if (this.#device) return ok(undefined);
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #connect(): Promise<Result<void, DeviceTrouble>> {
    try {
      // Loaded here, so that a kiosk without HID devices runs without the native add-on.
      const { HIDAsync, devicesAsync } = await import('node-hid');
      // Filtered here: hidapi's own filter finds nothing under umockdev, where CI runs this.
      const found = (await devicesAsync()).find(
        (device) => device.vendorId === this.#vendorId && device.productId === this.#productId,
      );
      if (!found?.path)
        return err(deviceTrouble('hid-missing', `${this.name}: no such device is plugged in`));
      this.#adopt(await HIDAsync.open(found.path));
      return ok(undefined);
    } catch (cause) {
      return err(openTrouble(this.name, cause));
    }
  }

  #adopt(device: HIDAsync): void {
    this.#device = device;
    device.on('error', (cause: unknown) => {
      if (this.#device !== device) return;
      this.#device = null;
      void closeQuietly(device);
      this.#events.emitClose(linkLost(this.name, cause));
    });
    device.on('data', (bytes: Buffer) => {
      if (this.#device === device) this.#events.emitData(bytes);
    });
  }

  async write(bytes: Uint8Array): Promise<Result<void, DeviceTrouble>> {
    const device = this.#device;
    if (!device) return err(linkLost(this.name));
    try {
      for (const report of outputReports(bytes)) await device.write(report);
      return ok(undefined);
    } catch (cause) {
      return err(linkLost(this.name, cause));
    }
  }

  onData(listener: (bytes: Uint8Array) => void): Unsubscribe {
    return this.#events.onData(listener);
  }

  onClose(listener: (trouble: DeviceTrouble) => void): Unsubscribe {
    return this.#events.onClose(listener);
  }

  async close(): Promise<void> {
    await this.#opening;
    const device = this.#device;
    this.#device = null;
    if (device) await closeQuietly(device);
  }
}

/** A device that was unplugged can't be closed in an orderly way; its handle is gone either way. */
const closeQuietly = (device: HIDAsync): Promise<void> => device.close().catch(() => undefined);
