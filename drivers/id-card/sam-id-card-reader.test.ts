import { describe, expect, it } from 'vitest';
import { deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok } from '../../src/result.ts';
import { MemoryTransport } from '../transport/memory-transport.ts';
import { portraitChipBytes } from '../virtual/id-card-reader/card-bytes.ts';
import { VECTOR_DOCUMENTS, VECTOR_PORTRAIT } from '../virtual/id-card-reader/vector-cards.ts';
import { VirtualIdCardReader } from '../virtual/id-card-reader/virtual-id-card-reader.ts';
import { ManualTimers } from '../virtual/manual-timers.ts';
import { BENCH_CARD, memoryBench } from './memory-bench.ts';
import { SamIdCardReader } from './sam-id-card-reader.ts';

const settledFlag = (promise: Promise<unknown>) => {
  const flag = { settled: false };
  void promise.then(() => {
    flag.settled = true;
  });
  return flag;
};

describe('read', () => {
  it('ID-1 gives document, 1024 picture bytes, fingerprint count and extra address', async () => {
    const { timers, module, reader, commands, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    await timers.runUntil(reader.waitForCard(never));
    expect(await timers.runUntil(reader.read(never))).toEqual(
      ok({
        document: VECTOR_DOCUMENTS.id_A,
        portraitBytes: portraitChipBytes(VECTOR_PORTRAIT.bytes),
        portrait: null,
        fingerprints: 2,
        extraAddress: '海南省测试市样例区新址路9号',
      }),
    );
    expect(commands).toEqual([
      'sam-id',
      'status',
      'find',
      'select',
      'read-with-fingerprints',
      'extra-address',
    ]);
  });

  it.each(['id_B_J', 'id_C_I', 'id_D_Y', 'id_L_longterm'] as const)('reads %s', async (name) => {
    const { timers, module, reader, never } = await memoryBench();
    module.placeCard({ document: VECTOR_DOCUMENTS[name], portrait: VECTOR_PORTRAIT });
    await timers.runUntil(reader.waitForCard(never));
    expect(await timers.runUntil(reader.read(never))).toMatchObject(
      ok({ document: VECTOR_DOCUMENTS[name], fingerprints: 0, extraAddress: null }),
    );
  });

  it('falls back to 30 01 where the module does not know 30 10 (21)', async () => {
    const { timers, module, reader, commands, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    module.fail('sw3-21', 'always', 'read-with-fingerprints');
    await timers.runUntil(reader.waitForCard(never));
    expect(await timers.runUntil(reader.read(never))).toMatchObject(ok({ fingerprints: 0 }));
    expect(commands.slice(-3)).toEqual(['read-with-fingerprints', 'read', 'extra-address']);
  });

  it('finds a card again that moved between FIND and SELECT', async () => {
    const { timers, module, reader, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    await timers.runUntil(reader.waitForCard(never));
    module.placeCard(BENCH_CARD);
    expect((await timers.runUntil(reader.read(never))).ok).toBe(true);
  });

  it('says no-card when the card is gone before SELECT', async () => {
    const { timers, module, reader, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    await timers.runUntil(reader.waitForCard(never));
    module.removeCard();
    expect(await timers.runUntil(reader.read(never))).toEqual(err({ kind: 'no-card' }));
  });

  it('ID-6 a picture that is refused leaves the portrait out, not the document', async () => {
    const timers = new ManualTimers();
    const [near, far] = MemoryTransport.pair();
    const module = new VirtualIdCardReader({ timers });
    await module.attachTo(far);
    module.placeCard(BENCH_CARD);
    const never = new AbortController().signal;
    const outcomes = [err(deviceTrouble('decoder-failed', 'no')), ok(VECTOR_PORTRAIT)];
    const decoder = { decode: async () => outcomes.shift() ?? err(deviceTrouble('decoder-failed', 'no')) };
    const reader = new SamIdCardReader({ transport: near, timers, decoder });
    await timers.runUntil(reader.open());
    for (const portrait of [null, VECTOR_PORTRAIT]) {
      module.placeCard(BENCH_CARD);
      await timers.runUntil(reader.waitForCard(never));
      expect(await timers.runUntil(reader.read(never))).toMatchObject(ok({ portrait }));
    }
  });

  it('stops at the next frame when the flow moved on', async () => {
    const { timers, module, reader, commands, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    await timers.runUntil(reader.waitForCard(never));
    const flow = new AbortController();
    module.onCommand((name) => name === 'select' && flow.abort());
    expect(await timers.runUntil(reader.read(flow.signal))).toEqual(err({ kind: 'aborted' }));
    expect(commands.at(-1)).toBe('select');
  });
});

describe('waiting', () => {
  it('polls FIND no faster than every 300 ms (protocols 2.1)', async () => {
    const { timers, module, reader, commands, never } = await memoryBench();
    const waiting = reader.waitForCard(never);
    await timers.advance(2_999);
    expect(commands.filter((name) => name === 'find')).toHaveLength(10);
    module.placeCard(BENCH_CARD);
    expect(await timers.runUntil(waiting)).toEqual(ok(undefined));
  });

  it('INV-6 ends at once when the resident walks away, also while the module is mute', async () => {
    const { timers, module, reader } = await memoryBench();
    for (const mute of [false, true]) {
      if (mute) module.fail('mute', 'always');
      const session = new AbortController();
      const waiting = reader.waitForCard(session.signal);
      await timers.advance(100);
      const before = timers.now();
      session.abort();
      expect(await waiting).toEqual(err({ kind: 'aborted' }));
      expect(timers.now()).toBe(before);
    }
    module.clearFaults();
    expect((await timers.runUntil(reader.samId())).ok).toBe(true);
  });

  it('sees a card that was read as present until it is lifted, although FIND answers 80', async () => {
    const { timers, module, reader, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    await timers.runUntil(reader.waitForCard(never));
    await timers.runUntil(reader.read(never));
    const removal = reader.waitForRemoval(never);
    const flag = settledFlag(removal);
    await timers.advance(5_000);
    expect(flag.settled).toBe(false);
    module.removeCard();
    expect(await timers.runUntil(removal)).toEqual(ok(undefined));
  });

  it('sees a card that was never read as present too, and an empty field as empty', async () => {
    const { timers, module, reader, never } = await memoryBench();
    expect(await timers.runUntil(reader.waitForRemoval(never))).toEqual(ok(undefined));
    module.placeCard(BENCH_CARD);
    const removal = reader.waitForRemoval(never);
    const flag = settledFlag(removal);
    await timers.advance(1_000);
    expect(flag.settled).toBe(false);
    module.removeCard();
    expect(await timers.runUntil(removal)).toEqual(ok(undefined));
  });

  it('the same card is found again only after lifting', async () => {
    const { timers, module, reader, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    await timers.runUntil(reader.waitForCard(never));
    await timers.runUntil(reader.read(never));
    const again = reader.waitForCard(never);
    const flag = settledFlag(again);
    await timers.advance(3_000);
    expect(flag.settled).toBe(false);
    module.placeCard(BENCH_CARD);
    expect(await timers.runUntil(again)).toEqual(ok(undefined));
  });
});

describe('the line', () => {
  it('tells the SAM id', async () => {
    const { timers, reader } = await memoryBench();
    expect(await timers.runUntil(reader.samId())).toEqual(ok('05.03-20190101-0000000123-456789012'));
  });

  it('sends the next command only when the one before has ended', async () => {
    const { timers, module, reader, commands } = await memoryBench();
    module.fail('mute', 1, 'status');
    const first = reader.probe();
    const second = reader.samId();
    await timers.advance(1_499);
    expect(commands.slice(2)).toEqual(['status']);
    expect(await timers.runUntil(first)).toMatchObject(err({ code: 'timeout' }));
    expect((await timers.runUntil(second)).ok).toBe(true);
  });

  it('drops the late answers of commands that timed out, one after the other', async () => {
    const { timers, module, reader, never } = await memoryBench();
    module.placeCard(BENCH_CARD);
    await timers.runUntil(reader.waitForCard(never));
    module.fail('late', 1, 'read-with-fingerprints');
    expect(await timers.runUntil(reader.read(never))).toMatchObject(err({ code: 'timeout' }));
    // The answer to the read comes 1 s from now, while the line is being cleared: it clears nothing.
    module.fail('late', 1, 'sam-id');
    expect(await timers.runUntil(reader.probe())).toMatchObject(err({ code: 'timeout' }));
    expect(await timers.runUntil(reader.probe())).toEqual(ok(undefined));
    // And the late SAM id must not pass for the answer of a mute FIND.
    module.fail('mute', 'always', 'find');
    await timers.advance(4_000);
    expect(await timers.runUntil(reader.waitForCard(never))).toMatchObject(err({ code: 'timeout' }));
  });

  it('refuses commands after close and works again after open', async () => {
    const { timers, reader } = await memoryBench();
    await reader.close();
    expect(await timers.runUntil(reader.probe())).toMatchObject(err({ code: 'link-lost' }));
    expect(await timers.runUntil(reader.open())).toEqual(ok(undefined));
  });
});
