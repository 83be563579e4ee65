import { afterEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { createPtyPair } from '../transport/pty-pair.ts';
import { SerialTransport } from '../transport/serial-transport.ts';
import { TcpTransport } from '../transport/tcp-transport.ts';
import { serveVirtualIdCardReader } from '../virtual/id-card-reader/tcp-server.ts';
import { VECTOR_PORTRAIT } from '../virtual/id-card-reader/vector-cards.ts';
import { VirtualIdCardReader } from '../virtual/id-card-reader/virtual-id-card-reader.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import { BENCH_CARD } from './memory-bench.ts';
import { SamIdCardReader } from './sam-id-card-reader.ts';
import { SideChannelPortraitDecoder } from './side-channel-portrait-decoder.ts';

const never = new AbortController().signal;
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

const pair = await createPtyPair();
if (!pair)
  process.stdout.write('ID card serial test skipped: socat is not installed (apt-get install socat)\n');
if (pair) await pair.close();

const readerOn = (transport: ByteTransport, portraitPort?: number): SamIdCardReader => {
  const timers = new ManualTimers();
  const decoder = portraitPort ? new SideChannelPortraitDecoder('127.0.0.1', portraitPort, timers) : null;
  const reader = new SamIdCardReader({ transport, timers, decoder });
  cleanUp.push(() => reader.close());
  return reader;
};

describe('TCP', () => {
  it('ID-1 reads document and decoded portrait; a dropped link is named and mends by opening', async () => {
    const module = new VirtualIdCardReader({ timers: new ManualTimers() });
    const served = await serveVirtualIdCardReader(module);
    cleanUp.push(() => served.close());
    const reader = readerOn(
      new TcpTransport('127.0.0.1', served.port, new ManualTimers()),
      served.portraitPort,
    );
    module.placeCard(BENCH_CARD);
    expect(await reader.open()).toEqual(ok(undefined));
    module.fail('connection-dropped', 1, 'find');
    expect(await reader.waitForCard(never)).toMatchObject(err({ code: 'link-lost' }));
    expect(await reader.open()).toEqual(ok(undefined));
    module.fail('split-frame', 'always');
    expect(await reader.waitForCard(never)).toEqual(ok(undefined));
    const read = await reader.read(never);
    expect(read).toMatchObject(
      ok({ document: BENCH_CARD.document, portrait: VECTOR_PORTRAIT, fingerprints: 2 }),
    );
  });

  it('a line that raves is left, and opening it again finds it sane', async () => {
    const module = new VirtualIdCardReader({
      timers: {
        now: () => 0,
        elapsed: () => 0,
        sleep: () => new Promise((resolve) => setImmediate(resolve)),
      },
    });
    const served = await serveVirtualIdCardReader(module);
    cleanUp.push(() => served.close());
    const reader = readerOn(new TcpTransport('127.0.0.1', served.port, new ManualTimers()));
    expect(await reader.open()).toEqual(ok(undefined));
    module.fail('endless-garbage');
    expect(await reader.samId()).toMatchObject(err({ code: 'noise' }));
    expect(await reader.open()).toEqual(ok(undefined));
    expect((await reader.samId()).ok).toBe(true);
  });
});

describe('serial', () => {
  it.skipIf(!pair)('reads a card over a pty pair', async () => {
    const ports = await createPtyPair();
    cleanUp.push(async () => ports?.close());
    const module = new VirtualIdCardReader({ timers: new ManualTimers() });
    const attached = await module.attachTo(new SerialTransport(ports?.far ?? '', 115_200));
    expect(attached.ok).toBe(true);
    if (attached.ok) cleanUp.push(attached.value);
    const reader = readerOn(new SerialTransport(ports?.near ?? '', 115_200));
    module.placeCard(BENCH_CARD);
    expect(await reader.open()).toEqual(ok(undefined));
    expect(await reader.waitForCard(never)).toEqual(ok(undefined));
    expect(await reader.read(never)).toMatchObject(
      ok({ document: BENCH_CARD.document, extraAddress: BENCH_CARD.extraAddress }),
    );
    module.removeCard();
    expect(await reader.waitForRemoval(never)).toEqual(ok(undefined));
  });
});
