import type { Socket } from 'node:net';
import { FRAME_START } from '../../cabinet-board/board-frame.ts';
import type { CabinetBoardFault } from './board-faults.ts';

/** Two false beginnings: one with a length that no frame has, one that promises seven bytes and swallows part of the frame. */
const NOISE = [0x00, 0xff, FRAME_START, 0x00, FRAME_START, 0x07, 0x55];
/** Where the flipped bit is: in the data of every frame of this protocol. */
const FLIPPED_AT = 4;

/** The board's end of one cable, with what is wrong on it. */
export class BoardWire {
  readonly #socket: Socket;
  readonly #faults: ReadonlySet<CabinetBoardFault>;
  /** Frames that were held back; they go out before the next one. */
  #held: Uint8Array[] = [];

  constructor(socket: Socket, faults: ReadonlySet<CabinetBoardFault>) {
    this.#socket = socket;
    this.#faults = faults;
  }

  send(frame: Uint8Array): void {
    if (this.#faults.has('mute')) return;
    if (this.#faults.has('link-lost')) {
      this.#socket.destroy();
      return;
    }
    const due = this.#held;
    this.#held = this.#faults.has('late') ? [frame] : [];
    const now = this.#faults.has('late') ? due : [...due, frame];
    for (const one of now) this.#write(this.#spoilt(one));
  }

  #spoilt(frame: Uint8Array): Uint8Array {
    const flipped = this.#faults.has('garbled')
      ? frame.map((byte, at) => (at === FLIPPED_AT ? byte ^ 0x10 : byte))
      : frame;
    const cut = this.#faults.has('cut') ? flipped.slice(0, Math.ceil(flipped.length / 2)) : flipped;
    return this.#faults.has('noise-before') ? Uint8Array.from([...NOISE, ...cut]) : cut;
  }

  #write(bytes: Uint8Array): void {
    if (!this.#faults.has('split')) {
      this.#socket.write(bytes);
      return;
    }
    for (const byte of bytes) this.#socket.write(Uint8Array.of(byte));
  }
}
