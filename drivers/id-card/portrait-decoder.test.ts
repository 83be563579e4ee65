import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../src/result.ts';
import { portraitChipBytes } from '../virtual/id-card-reader/card-bytes.ts';
import { serveVirtualIdCardReader } from '../virtual/id-card-reader/tcp-server.ts';
import { VECTOR_PORTRAIT } from '../virtual/id-card-reader/vector-cards.ts';
import { VirtualIdCardReader } from '../virtual/id-card-reader/virtual-id-card-reader.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import { ExternalPortraitDecoder } from './external-portrait-decoder.ts';
import { BENCH_CARD } from './memory-bench.ts';
import { PictureCollector } from './portrait-channel.ts';
import { createPortraitDecoder } from './portrait-decoder.ts';
import { SideChannelPortraitDecoder } from './side-channel-portrait-decoder.ts';

// Programs start slowly while other tests keep the machine busy.
vi.setConfig({ testTimeout: 30_000 });

const WLT = portraitChipBytes(VECTOR_PORTRAIT.bytes);

describe('vendor program', () => {
  /** A vendor's program in a few words: `input` holds what came on stdin. */
  const program = (words: string, timers = new ManualTimers()) =>
    new ExternalPortraitDecoder(
      {
        program: process.execPath,
        args: ['-e', `const input = require('fs').readFileSync(0); ${words}`],
      },
      timers,
    );

  it('gets the 1024 bytes and gives a picture', async () => {
    const decoded = await program("process.stdout.write(Buffer.concat([Buffer.from('BM'), input]))").decode(
      WLT,
    );
    expect(decoded).toEqual(ok({ mediaType: 'image/bmp', bytes: Uint8Array.from([0x42, 0x4d, ...WLT]) }));
  });

  it('does not see our environment', async () => {
    const decoded = await program("process.stdout.write('BM' + Object.keys(process.env).join())").decode(WLT);
    expect(decoded.ok && Buffer.from(decoded.value.bytes).toString()).toBe('BM');
  });

  it.each([
    ['decoder-failed', 'process.exit(3)'],
    ['decoder-failed', "process.kill(process.pid, 'SIGSEGV')"],
    ['decoder-bad-output', "process.stdout.write('no licence')"],
    ['decoder-output-limit', 'process.stdout.write(Buffer.alloc(1_000_000))'],
  ])('%s: %s', async (code, words) => {
    expect(await program(words).decode(WLT)).toMatchObject(err({ code }));
  });

  it('decoder-missing where there is no such program', async () => {
    const decoder = new ExternalPortraitDecoder({ program: '/no/such/decoder' }, new ManualTimers());
    expect(await decoder.decode(WLT)).toMatchObject(err({ code: 'decoder-missing' }));
  });

  it('decoder-timeout where it hangs', async () => {
    const timers = new ManualTimers();
    const decoding = program('setInterval(() => input, 1000)', timers).decode(WLT);
    await timers.advance(3_000);
    expect(await decoding).toMatchObject(err({ code: 'decoder-timeout' }));
  });
});

describe('side channel of a decoding reader', () => {
  let close: () => Promise<unknown> = async () => undefined;
  afterEach(() => close());

  const serve = async (reader: VirtualIdCardReader) => {
    const served = await serveVirtualIdCardReader(reader);
    close = () => served.close();
    return new SideChannelPortraitDecoder('127.0.0.1', served.portraitPort, new ManualTimers());
  };

  /** A side channel that answers so, whatever is asked. */
  const serveBytes = async (answer: Uint8Array | null) => {
    const server: Server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      if (answer) socket.write(answer);
      else socket.once('data', () => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    close = async () => server.close();
    const timers = new ManualTimers();
    const { port } = server.address() as AddressInfo;
    return { decoder: new SideChannelPortraitDecoder('127.0.0.1', port, timers), timers };
  };

  it('hands over the picture of the card that was read', async () => {
    const reader = new VirtualIdCardReader({ timers: new ManualTimers() });
    reader.placeCard(BENCH_CARD);
    const decoder = await serve(reader);
    expect(await decoder.decode(WLT)).toEqual(ok(VECTOR_PORTRAIT));
    reader.removeCard();
    expect(await decoder.decode(WLT)).toEqual(ok(VECTOR_PORTRAIT));
  });

  it('has no picture for other bytes', async () => {
    const decoder = await serve(new VirtualIdCardReader({ timers: new ManualTimers() }));
    expect(await decoder.decode(new Uint8Array(1_024))).toMatchObject(
      err({ code: 'decoder-unknown-picture' }),
    );
  });

  it('names an answer that is too long, no picture, or cut off', async () => {
    const tooLong = await serveBytes(Uint8Array.of(0xff, 0, 0, 0));
    expect(await tooLong.decoder.decode(WLT)).toMatchObject(err({ code: 'decoder-output-limit' }));
    const noPicture = await serveBytes(Uint8Array.of(0, 0, 0, 2, 1, 2));
    expect(await noPicture.decoder.decode(WLT)).toMatchObject(err({ code: 'decoder-bad-output' }));
    const cutOff = await serveBytes(null);
    expect(await cutOff.decoder.decode(WLT)).toMatchObject(err({ code: 'link-lost' }));
  });

  it('gathers a picture that comes in pieces', () => {
    const collector = new PictureCollector();
    const pieces = [[0, 0], [0, 3, 1], [2]].map((piece) => collector.push(Uint8Array.from(piece)));
    expect(pieces).toEqual([undefined, undefined, undefined]);
    expect(collector.push(Uint8Array.of(3))).toEqual(Uint8Array.of(1, 2, 3));
  });
});

it('is chosen by configuration', () => {
  const timers = new ManualTimers();
  expect(createPortraitDecoder({ kind: 'none' }, timers)).toBeNull();
  expect(createPortraitDecoder({ kind: 'vendor-program', program: '/opt/wlt' }, timers)).toBeInstanceOf(
    ExternalPortraitDecoder,
  );
  expect(createPortraitDecoder({ kind: 'side-channel', host: 'localhost', port: 1 }, timers)).toBeInstanceOf(
    SideChannelPortraitDecoder,
  );
});
