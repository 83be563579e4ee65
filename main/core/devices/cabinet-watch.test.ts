import { afterEach, describe, expect, it } from 'vitest';
import { ManualTimers } from '../../../drivers/virtual/manual-timers.ts';
import { MemoryCabinetBoard } from '../../../src/maintenance/memory/memory-cabinet-board.ts';
import { deviceTrouble } from '../../../src/ports/device-status.ts';
import { CabinetWatch } from './cabinet-watch.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function watching(begin: (board: MemoryCabinetBoard) => void = () => undefined) {
  const board = new MemoryCabinetBoard();
  await board.open();
  begin(board);
  const timers = new ManualTimers();
  const seen: string[] = [];
  const watch = new CabinetWatch({
    board,
    timers,
    doorOpened: () => seen.push('door opened'),
    changed: (status) => seen.push(status ? `${status.door} ${status.power} ${status.speaker}` : 'not known'),
  });
  const over = new AbortController();
  const run = watch.run(over.signal);
  ends.push(async () => {
    over.abort();
    await timers.runUntil(run);
  });
  await timers.advance(0);
  return { board, watch, timers, seen, settle: () => timers.advance(0) };
}

describe('who watches the cabinet', () => {
  it('calls for each opening of the door, and tells every change once', async () => {
    const { board, seen, settle } = await watching();
    for (const door of ['open', 'closed', 'open'] as const) {
      board.change({ door });
      await settle();
    }
    board.change({ power: 'battery', batteryPercent: 90 });
    board.change({ batteryPercent: 80 });
    await settle();
    expect(seen).toEqual([
      'closed mains present',
      'open mains present',
      'door opened',
      'closed mains present',
      'open mains present',
      'door opened',
      'open battery present',
    ]);
  });

  it('calls nobody for a door that was open before', async () => {
    const { board, seen, settle } = await watching((one) => one.change({ door: 'open' }));
    expect(seen).toEqual(['open mains present']);
    board.change({ door: 'closed' });
    await settle();
    board.change({ door: 'open' });
    await settle();
    expect(seen.filter((what) => what === 'door opened')).toHaveLength(1);
  });

  it('hears of a door that was opened while the board was silent', async () => {
    const { board, watch, timers, seen } = await watching();
    board.lose(deviceTrouble('link-lost', 'the cable is out'));
    await timers.advance(10_000);
    expect(watch.now).toBeNull();
    board.lose(null);
    await board.open();
    board.change({ door: 'open' });
    await timers.advance(3_000);
    expect(seen).toEqual(['closed mains present', 'not known', 'open mains present', 'door opened']);
    expect(watch.now).toMatchObject({ door: 'open' });
  });

  it('has nothing to do in a kiosk without a board', async () => {
    const watch = new CabinetWatch({ board: null, timers: new ManualTimers(), doorOpened: () => undefined });
    await watch.run(new AbortController().signal);
    expect(watch.now).toBeNull();
  });
});
