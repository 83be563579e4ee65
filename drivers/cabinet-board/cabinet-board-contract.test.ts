import { afterEach } from 'vitest';
import { MemoryCabinetBoard } from '../../src/maintenance/memory/memory-cabinet-board.ts';
import { deviceTrouble } from '../../src/ports/device-status.ts';
import { VirtualCabinetBoard } from '../virtual/cabinet-board/virtual-cabinet-board.ts';
import { boardBench } from './board-bench.ts';
import { cabinetBoardContract } from './cabinet-board-contract.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

cabinetBoardContract('in memory', async () => {
  const board = new MemoryCabinetBoard();
  return {
    board,
    change: (part) => board.change(part),
    lose: () => board.lose(deviceTrouble('link-lost', 'the cable is out')),
    mend: () => board.lose(null),
  };
});

cabinetBoardContract('over TCP', async () => {
  const virtual = await VirtualCabinetBoard.start();
  const { board, close } = boardBench(virtual);
  closers.push(close);
  return {
    board,
    change: (part) => virtual.change(part),
    lose: () => virtual.unplug(),
    mend: () => virtual.mend(),
  };
});
