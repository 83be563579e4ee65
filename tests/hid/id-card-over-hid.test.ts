import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BENCH_CARD } from '../../drivers/id-card/memory-bench.ts';
import {
  type ServedIdCardReader,
  serveVirtualIdCardReader,
} from '../../drivers/virtual/id-card-reader/tcp-server.ts';
import { VirtualIdCardReader } from '../../drivers/virtual/id-card-reader/virtual-id-card-reader.ts';
import { runProgram } from '../program/run-program.ts';

// Programs start slowly while other tests keep the machine busy.
vi.setConfig({ testTimeout: 30_000 });

const harness = fileURLToPath(new URL('./hid_reader.py', import.meta.url));
const device = fileURLToPath(new URL('../../scripts/device.ts', import.meta.url));
const look = spawnSync('umockdev-wrapper', [
  '/usr/bin/python3',
  '-c',
  "import gi; gi.require_version('UMockdev', '1.0')",
]);
const missing = look.status === 0 ? '' : 'umockdev and gir1.2-umockdev-1.0 are not installed';
if (missing) process.stdout.write(`HID tests skipped: ${missing}\n`);

const module = new VirtualIdCardReader({
  timers: { now: () => 0, elapsed: () => 0, sleep: () => Promise.resolve() },
  reportBytes: 64,
});
let served: ServedIdCardReader;
beforeAll(async () => {
  served = await serveVirtualIdCardReader(module);
});
afterAll(() => served.close());

/** The real command in a process that sees the mock device through the real node-hid. */
const deviceCommand = (...args: string[]) =>
  runProgram('umockdev-wrapper', [
    '/usr/bin/python3',
    harness,
    String(served.port),
    process.execPath,
    device,
    ...args,
  ]);

it.skipIf(missing !== '')('reads a card of 37 reports over HID (protocols 2.1)', async () => {
  module.placeCard(BENCH_CARD);
  const { object, status } = await deviceCommand('id-card', 'read', '--transport', 'hid:2b8b:2721');
  expect(object).toMatchObject({ ...BENCH_CARD.document, portraitBytes: 1_024 });
  expect(status).toBe(0);
});

it.skipIf(missing !== '')('lists the reader under the address that reads it', async () => {
  const { object } = await deviceCommand('list');
  expect(object.hidDevices).toEqual([
    expect.objectContaining({ transport: 'hid:2b8b:2721', product: 'SAM_V reader' }),
  ]);
});

it.skipIf(missing !== '')('names a reader that is not plugged in', async () => {
  const { object, status } = await deviceCommand('id-card', 'read', '--transport', 'hid:0400:c35a');
  expect(object).toMatchObject({ error: { code: 'hid-missing' } });
  expect(status).toBe(1);
});
