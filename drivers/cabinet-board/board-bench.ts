import { TcpTransport } from '../transport/tcp-transport.ts';
import type { VirtualCabinetBoard } from '../virtual/cabinet-board/virtual-cabinet-board.ts';
import { SteppedTimers } from '../virtual/stepped-timers.ts';
import { FramedCabinetBoard } from './framed-cabinet-board.ts';

/** The driver plugged in to a virtual board, in time that a test moves. */
export function boardBench(virtual: VirtualCabinetBoard) {
  const timers = new SteppedTimers();
  const transport = new TcpTransport('127.0.0.1', virtual.port, timers);
  const board = new FramedCabinetBoard({ transport, timers });
  return {
    board,
    timers,
    /** Resolves when the next bytes have come from the board. */
    heard: () =>
      new Promise<void>((resolve) => {
        const stop = transport.onData(() => {
          stop();
          resolve();
        });
      }),
    close: async () => {
      await board.close();
      await virtual.close();
    },
  };
}
