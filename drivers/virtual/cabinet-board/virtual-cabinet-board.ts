import { createServer, type Server, type Socket } from 'node:net';
import { CABINET_LAMPS, type CabinetStatus, cabinetChanged } from '../../../src/ports/cabinet-board.ts';
import {
  ANSWER_BIT,
  type BoardFrame,
  COMMAND,
  EVENT,
  encodeFrame,
  REFUSAL,
  UNASKED,
} from '../../cabinet-board/board-frame.ts';
import { BoardFrameParser } from '../../cabinet-board/board-frame-parser.ts';
import { encodeStatus, LAMP_BYTES } from '../../cabinet-board/status-block.ts';
import type { CabinetBoardFault } from './board-faults.ts';
import { BoardWire } from './board-wire.ts';

const AT_REST: CabinetStatus = {
  door: 'closed',
  power: 'mains',
  batteryPercent: 100,
  lightPercent: 0,
  lamps: { 'card-slot': 'off', 'id-reader': 'off', receipt: 'off', 'pin-pad': 'off' },
  speaker: 'present',
};
const NO_SUCH_COMMAND = 1;
const NO_SUCH_VALUE = 2;

/** A cabinet with its board on TCP, as behind a serial server: open its door, cut its power, look at its lamps. */
export class VirtualCabinetBoard {
  readonly #server: Server;
  readonly #wires = new Map<Socket, BoardWire>();
  readonly #faults = new Set<CabinetBoardFault>();
  #now = AT_REST;
  readonly #onQuestion: (() => void)[] = [];

  private constructor() {
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  /** Listens on 127.0.0.1; 0 or absent picks a free port. Rejects when the port is taken. */
  static async start({ port = 0 }: { readonly port?: number } = {}): Promise<VirtualCabinetBoard> {
    const board = new VirtualCabinetBoard();
    await new Promise<void>((resolve, reject) => {
      board.#server.once('error', reject);
      board.#server.listen(port, '127.0.0.1', resolve);
    });
    return board;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** The address for a transport. */
  get uri(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  /** How it stands: what a hand has done, and what the kiosk has set. */
  get now(): CabinetStatus {
    return this.#now;
  }

  get faults(): readonly CabinetBoardFault[] {
    return [...this.#faults];
  }

  /** How many kiosks are plugged in. */
  get connections(): number {
    return this.#wires.size;
  }

  /** A hand at the door, a power cut, a plug that came loose: told unasked as a real board would. */
  change(part: Partial<Pick<CabinetStatus, 'door' | 'power' | 'batteryPercent' | 'speaker'>>): void {
    const before = this.#now;
    this.#now = { ...before, ...part };
    if (!cabinetChanged(before, this.#now) || this.#faults.has('events-lost')) return;
    for (const wire of this.#wires.values()) wire.send(this.#frame(UNASKED, EVENT));
  }

  /** Resolves when the next question has been heard, and answered unless something is wrong. */
  nextQuestion(): Promise<void> {
    return new Promise((resolve) => this.#onQuestion.push(resolve));
  }

  /** The cable is out now; who plugs in again is served. */
  unplug(): void {
    for (const socket of this.#wires.keys()) socket.destroy();
  }

  /** Something breaks. */
  setFault(fault: CabinetBoardFault): void {
    this.#faults.add(fault);
  }

  /** One thing, or everything, is mended. */
  mend(fault?: CabinetBoardFault): void {
    if (fault) this.#faults.delete(fault);
    else this.#faults.clear();
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.unplug();
    await closed;
  }

  #serve(socket: Socket): void {
    const parser = new BoardFrameParser();
    this.#wires.set(socket, new BoardWire(socket, this.#faults));
    socket.on('data', (bytes) => {
      for (const event of parser.push(bytes)) {
        if (event.kind === 'frame') this.#obey(socket, event.frame);
      }
    });
    // A broken cable ends in `close`; there is nothing more to do about it here.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#wires.delete(socket));
  }

  #obey(socket: Socket, { number, command, data }: BoardFrame): void {
    const reason = this.#refusal(command, data);
    const answer =
      reason === null
        ? this.#frame(number, command | ANSWER_BIT)
        : encodeFrame({ number, command: REFUSAL, data: Uint8Array.of(reason) });
    this.#wires.get(socket)?.send(answer);
    for (const tell of this.#onQuestion.splice(0)) tell();
  }

  /** Does what is asked; the reason where it does not. */
  #refusal(command: number, [first, second]: Uint8Array): number | null {
    const deaf = this.#faults.has('not-followed');
    switch (command) {
      case COMMAND.status:
        return null;
      case COMMAND.light:
        if (first === undefined || first > 100) return NO_SUCH_VALUE;
        if (!deaf) this.#now = { ...this.#now, lightPercent: first };
        return null;
      case COMMAND.lamps: {
        const state = LAMP_BYTES[second ?? -1];
        if (first === undefined || state === undefined) return NO_SUCH_VALUE;
        const chosen = CABINET_LAMPS.filter((_, index) => (first & (1 << index)) !== 0);
        const lamps = { ...this.#now.lamps, ...Object.fromEntries(chosen.map((lamp) => [lamp, state])) };
        if (!deaf) this.#now = { ...this.#now, lamps };
        return null;
      }
      default:
        return NO_SUCH_COMMAND;
    }
  }

  #frame(number: number, command: number): Uint8Array {
    return encodeFrame({ number, command, data: encodeStatus(this.#now) });
  }
}
