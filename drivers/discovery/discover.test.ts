import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceTrouble, type ManagedDevice } from '../../src/ports/device-status.ts';
import { err, ok } from '../../src/result.ts';
import { SamIdCardReader } from '../id-card/sam-id-card-reader.ts';
import { createTransport } from '../transport/create-transport.ts';
import { parseTransport } from '../transport/transport-address.ts';
import { serveVirtualIdCardReader } from '../virtual/id-card-reader/tcp-server.ts';
import { VirtualIdCardReader } from '../virtual/id-card-reader/virtual-id-card-reader.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import { wallTimers } from '../wall-timers.ts';
import { discover } from './discover.ts';
import { FINGERPRINTS } from './fingerprints.ts';
import type { PluggedIn } from './plugged-in.ts';

const { signal } = new AbortController();
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

const nothing: PluggedIn = {
  hid: async () => [],
  serial: async () => [],
  readers: async () => [],
  realPath: async (path) => path,
};

/** A device in memory that is well, and says so. */
const well: ManagedDevice = {
  open: async () => ok(undefined),
  probe: async () => ok(undefined),
  close: async () => undefined,
};
const silent: ManagedDevice = { ...well, open: async () => err(deviceTrouble('timeout', 'silent')) };

const given = (...transports: string[]) =>
  transports.map((transport) => ({ deviceClass: 'id-card-reader', driver: 'sam-v', transport }));

/** Looks for readers; answers where something was found, and every address that was opened. */
async function look(
  plugged: Partial<PluggedIn>,
  options: {
    deviceClass?: string;
    inUse?: string[];
    addresses?: string[];
    devices?: (transport: string) => ManagedDevice | null;
  } = {},
) {
  const opened: string[] = [];
  const found = await discover(
    options.deviceClass ?? 'id-card-reader',
    {
      plugged: { ...nothing, ...plugged },
      timers: new ManualTimers(),
      inUse: options.inUse ?? [],
      given: given(...(options.addresses ?? [])),
      make: (_, transport) => {
        opened.push(transport);
        return (options.devices ?? (() => well))(transport);
      },
    },
    signal,
  );
  return { found, opened };
}

describe('looking for a device that was plugged in', () => {
  it('names the reader that answers on a wire, with its SAM-ID, and passes over a dead address', async () => {
    const served = await serveVirtualIdCardReader(new VirtualIdCardReader({ timers: wallTimers }));
    cleanUp.push(() => served.close());
    const found = await discover(
      'id-card-reader',
      {
        plugged: nothing,
        timers: wallTimers,
        inUse: [],
        given: given('tcp://127.0.0.1:1', `tcp://127.0.0.1:${served.port}`),
        make: (_, transport) => {
          const address = parseTransport(transport);
          if (!address.ok) return null;
          const wire = createTransport(address.value, wallTimers);
          return new SamIdCardReader({ transport: wire, timers: wallTimers, decoder: null });
        },
      },
      signal,
    );
    expect(found).toEqual([
      {
        driver: 'sam-v',
        transport: `tcp://127.0.0.1:${served.port}`,
        recognisedBy: 'configuration',
        identity: expect.stringMatching(/^SAM \d\d\.\d\d-/),
      },
    ]);
  });

  it('knows readers by USB id, an own port by its answer, and PC/SC readers by name', async () => {
    const hid = async () => [{ vendorId: 0x0400, productId: 0xc35a, product: 'IDC' }];
    const serial = async () => [{ path: '/dev/ttyS0', usb: null }];
    const readers = async () => ['ACS ACR39U 00 00', 'ACS ACR1281 SAM 01', 'X PICC 00'];
    expect((await look({ hid, serial })).found.map(({ transport }) => transport)).toEqual([
      'hid:0400:c35a',
      'serial:/dev/ttyS0?baud=115200',
    ]);
    const cards = await look({ readers }, { deviceClass: 'social-card-reader' });
    expect(cards.found.map(({ transport }) => transport)).toEqual(['pcsc:ACS ACR39U 00 00']);
  });

  it('never opens a device in use, by whatever name its port is called', async () => {
    const { found, opened } = await look(
      {
        serial: async () => [{ path: '/dev/ttyS0', usb: null }],
        hid: async () => [{ vendorId: 0x0400, productId: 0xc35a, product: null }],
        realPath: async (path) => path.replace('/dev/by-id/reader', '/dev/ttyS0'),
      },
      {
        inUse: ['serial:/dev/by-id/reader?baud=9600', 'hid:0400:C35A', 'tcp://10.0.0.9:7/'],
        addresses: ['tcp://10.0.0.9:7'],
      },
    );
    expect([found, opened]).toEqual([[], []]);
  });

  it('counts two that are alike: two on two ports are two, two of one USB id are told as such', async () => {
    const serial = async () => [
      { path: '/dev/ttyS0', usb: null },
      { path: '/dev/ttyS1', usb: null },
    ];
    expect((await look({ serial })).found).toHaveLength(2);
    const twin = { vendorId: 0x0400, productId: 0xc35a, product: null };
    const { found } = await look({ hid: async () => [twin, twin] });
    expect(found.map(({ recognisedBy }) => recognisedBy)).toEqual(['hid 0400:c35a × 2']);
  });

  it('finds nothing where nothing answers, whatever hangs, throws or can not be listed', async () => {
    const never = () => new Promise<never>(() => undefined);
    const kinds: Record<string, ManagedDevice | null> = {
      silent,
      hangs: { open: never, probe: never, close: never },
      throws: { ...well, open: () => Promise.reject(new Error('garbage')) },
      ill: { ...well, probe: async () => err(deviceTrouble('bad-checksum', 'garbage')) },
      senseless: null,
    };
    const timers = new ManualTimers();
    const found = timers.runUntil(
      discover(
        'id-card-reader',
        {
          plugged: { ...nothing, hid: () => Promise.reject(new Error('no usb')) },
          timers,
          inUse: [],
          given: given(...Object.keys(kinds)),
          make: (_, transport) => kinds[transport] ?? null,
        },
        signal,
      ),
    );
    expect(await found).toEqual([]);
  });

  it('property: whatever is plugged in, only what answers is found, once for each wire, never one in use', async () => {
    const usb = fc.option(
      fc.constantFrom({ vendorId: 0x0c2e, productId: 1 }, { vendorId: 0x1eab, productId: 2 }),
    );
    const ports = fc.array(fc.record({ path: fc.constantFrom('/dev/a', '/dev/b', '/dev/c'), usb }));
    const classes = fc.constantFrom(...new Set(FINGERPRINTS.map(({ deviceClass }) => deviceClass)), 'none');
    await fc.assert(
      fc.asyncProperty(
        ports,
        classes,
        fc.subarray(['/dev/a', '/dev/b']),
        fc.subarray(['/dev/b', '/dev/c']),
        async (seen, deviceClass, inUse, answering) => {
          const { found } = await look(
            {
              serial: async () => seen,
              hid: async () => seen.flatMap((one) => (one.usb ? [{ ...one.usb, product: null }] : [])),
            },
            {
              deviceClass,
              inUse: inUse.map((path) => `serial:${path}`),
              devices: (transport) => (answering.some((path) => transport.includes(path)) ? well : silent),
            },
          );
          const paths = found.map(({ transport }) => transport.replace(/^serial:|\?.*$/g, ''));
          expect(new Set(paths).size).toBe(paths.length);
          for (const path of paths) {
            expect(answering).toContain(path);
            expect(inUse).not.toContain(path);
          }
        },
      ),
    );
  });
});
