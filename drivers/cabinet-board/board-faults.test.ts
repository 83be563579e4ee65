import { afterEach, describe, expect, it } from 'vitest';
import { CABINET_AT_REST } from '../../src/maintenance/memory/memory-cabinet-board.ts';
import type { CabinetBoardFault } from '../virtual/cabinet-board/board-faults.ts';
import { VirtualCabinetBoard } from '../virtual/cabinet-board/virtual-cabinet-board.ts';
import { boardBench } from './board-bench.ts';

/** The driver's own times: an answer, and between two questions of one who waits. Milliseconds. */
const ANSWER_MS = 500;
const ASK_EVERY_MS = 5_000;

const never = new AbortController().signal;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function opened() {
  const virtual = await VirtualCabinetBoard.start();
  const bench = boardBench(virtual);
  closers.push(bench.close);
  await bench.board.open();
  return { virtual, ...bench };
}

describe('a line or a board that is not well', () => {
  it.each<[CabinetBoardFault, string]>([
    ['mute', 'timeout'],
    ['late', 'timeout'],
    ['garbled', 'bad-checksum'],
    ['cut', 'cut-frame'],
  ])('%s is %s at the deadline, and the next question is answered once it is mended', async (fault, code) => {
    const { virtual, board, timers, heard } = await opened();
    virtual.setFault(fault);
    const struck = fault === 'garbled' || fault === 'cut' ? heard() : virtual.nextQuestion();
    const asked = board.status();
    await struck;
    await timers.expire(ANSWER_MS);
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'device', code } });
    virtual.mend();
    virtual.change({ batteryPercent: 42 });
    // What was held back is the answer to another question: this one's says 42.
    expect(await board.status()).toMatchObject({ ok: true, value: { batteryPercent: 42 } });
  });

  it.each<CabinetBoardFault>(['noise-before', 'split'])('%s hides no answer and no event', async (fault) => {
    const { virtual, board } = await opened();
    virtual.setFault(fault);
    expect(await board.status()).toMatchObject({ ok: true });
    const waited = board.nextChange(CABINET_AT_REST, never);
    virtual.change({ door: 'open' });
    expect(await waited).toMatchObject({ value: { door: 'open' } });
  });

  it('a lost link is told at once', async () => {
    const { virtual, board } = await opened();
    virtual.setFault('link-lost');
    expect(await board.status()).toMatchObject({ error: { code: 'link-lost' } });
  });

  it('lamps and light that do not follow are told', async () => {
    const { virtual, board } = await opened();
    virtual.setFault('not-followed');
    expect(await board.setLight(50)).toMatchObject({ error: { code: 'not-followed' } });
    expect(await board.setLamp('all', 'on')).toMatchObject({ error: { code: 'not-followed' } });
  });

  it('an event that was lost is made good by the next question', async () => {
    const { virtual, board, timers } = await opened();
    virtual.setFault('events-lost');
    const waited = board.nextChange(CABINET_AT_REST, never);
    await timers.asleepFor(ASK_EVERY_MS);
    virtual.change({ door: 'open' });
    timers.advance(ASK_EVERY_MS);
    expect(await waited).toMatchObject({ value: { door: 'open' } });
  });

  it('a board that falls silent is found by whoever waits', async () => {
    const { virtual, board, timers } = await opened();
    const waited = board.nextChange(CABINET_AT_REST, never);
    await timers.asleepFor(ASK_EVERY_MS);
    virtual.setFault('mute');
    timers.advance(ASK_EVERY_MS);
    await timers.expire(ANSWER_MS);
    expect(await waited).toMatchObject({ error: { code: 'timeout' } });
    expect(timers.sleeping).toBe(0);
  });

  it('questions asked together are answered each in its turn', async () => {
    const { virtual, board } = await opened();
    const answers = await Promise.all([
      board.setLight(30),
      board.setLamp('pin-pad', 'blink'),
      board.status(),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(virtual.now).toMatchObject({ lightPercent: 30, lamps: { 'pin-pad': 'blink' } });
  });
});
