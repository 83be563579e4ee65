import { realpath } from 'node:fs/promises';
import type { Timers } from '../../src/ports/clock.ts';
import { CardHost, type SpawnHost } from '../social-card/host/card-host.ts';
import { listReaders } from '../social-card/host/pcsc-slot.ts';

export interface HidSeen {
  readonly vendorId: number;
  readonly productId: number;
  readonly product: string | null;
}

export interface SerialSeen {
  readonly path: string;
  /** null where it is a port of the machine itself. */
  readonly usb: { readonly vendorId: number; readonly productId: number } | null;
}

/** What the machine says is plugged in. A list that can't be had is empty: the other kinds may still be found. */
export interface PluggedIn {
  hid(): Promise<readonly HidSeen[]>;
  serial(): Promise<readonly SerialSeen[]>;
  readers(): Promise<readonly string[]>;
  /** `/dev/serial/by-id/…` and `/dev/ttyUSB0` may be one port. */
  realPath(path: string): Promise<string>;
}

/** The machine's own buses. Native add-ons are loaded when they are asked. */
export function pluggedIn(timers: Timers, spawnHost?: SpawnHost): PluggedIn {
  return {
    async hid() {
      const { devicesAsync } = await import('node-hid');
      return (await devicesAsync()).map(({ vendorId, productId, product }) => ({
        vendorId,
        productId,
        product: product ?? null,
      }));
    },
    async serial() {
      const { SerialPort } = await import('serialport');
      return (await SerialPort.list()).map(({ path, vendorId, productId }) => ({
        path,
        usb:
          vendorId === undefined || productId === undefined
            ? null
            : { vendorId: Number.parseInt(vendorId, 16), productId: Number.parseInt(productId, 16) },
      }));
    },
    async readers() {
      const host = new CardHost(timers, spawnHost);
      try {
        const names = await listReaders(host);
        return names.ok ? names.value : [];
      } finally {
        host.stop();
      }
    },
    realPath: (path) => realpath(path).catch(() => path),
  };
}
