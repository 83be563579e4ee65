import { afterEach, expect, it } from 'vitest';
import { VirtualCabinetBoard } from '../../drivers/virtual/cabinet-board/virtual-cabinet-board.ts';
import { run } from './cabinet-board.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function cabinet() {
  const board = await VirtualCabinetBoard.start();
  closers.push(() => board.close());
  const device = (...args: string[]) => run([...args, '--transport', board.uri]);
  return { board, device };
}

it('prints how the board stands, after what was asked of it', async () => {
  const { board, device } = await cabinet();
  board.change({ door: 'open', batteryPercent: 80 });
  expect(await device('status')).toEqual({
    door: 'open',
    power: 'mains',
    batteryPercent: 80,
    lightPercent: 0,
    lamps: { 'card-slot': 'off', 'id-reader': 'off', receipt: 'off', 'pin-pad': 'off' },
    speaker: 'present',
  });
  expect(await device('light', '--percent', '60')).toMatchObject({ lightPercent: 60 });
  expect(await device('lamp', '--lamp', 'receipt', '--state', 'blink')).toMatchObject({
    lightPercent: 60,
    lamps: { receipt: 'blink', 'pin-pad': 'off' },
  });
  expect(await device('lamp')).toMatchObject({ lamps: { receipt: 'on', 'pin-pad': 'on' } });
});

it('names what is wrong', async () => {
  const { board, device } = await cabinet();
  board.setFault('not-followed');
  await expect(device('light', '--percent', '5')).rejects.toMatchObject({ code: 'not-followed' });
  board.setFault('link-lost');
  await expect(device('status')).rejects.toMatchObject({ code: 'link-lost' });
});

it.each([
  [[]],
  [['ring']],
  [['light']],
  [['light', '--percent', '101']],
  [['lamp', '--lamp', 'ceiling']],
  [['lamp', '--state', 'green']],
  [['status', 'twice']],
  [['status', '--colour', 'red']],
])('refuses wrong words: %j', async (words) => {
  const { device } = await cabinet();
  await expect(device(...words)).rejects.toMatchObject({ code: 'usage' });
});
