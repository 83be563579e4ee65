import type { Timers } from '../../../src/ports/clock.ts';
import { CRT } from '../../card-transport/crt-command.ts';
import { ACK, encodeFrame, NAK } from '../../card-transport/crt-frame.ts';
import { CrtFrameParser } from '../../card-transport/crt-frame-parser.ts';
import { CRT_WIRE_FAULTS, type CrtCommandName, type CrtFaultQueue, type CrtWireFault } from './crt-faults.ts';

/** Where the machine's bytes go. */
export interface WireEnd {
  send(bytes: Uint8Array): void;
  drop(): void;
}

/** The machine behind the wire. */
export interface CrtController {
  readonly faults: CrtFaultQueue;
  readonly timers: Timers;
  /** Without power it hears nothing. */
  readonly isDark: boolean;
  /** Does it and gives the answer's text; null where the machine lost its power over it. */
  obey(name: CrtCommandName | null, cm: number, pm: number, data: Uint8Array): Promise<Uint8Array | null>;
  /** Acts follow one another, whoever asked for them. */
  inTurn(act: () => Promise<void>): Promise<void>;
  blinkPower(): void;
}

/** Longer than every deadline of the driver. */
const LATE_MS = 30_000;
/** More nonsense than the driver bears. */
const ENDLESS_BYTES = 70_000;
/** With beginnings of frames in it, one of them whole and wrong, and a NAK nobody meant. */
const NOISE = Uint8Array.from([0x00, 0xf2, 0xf2, 0x00, 0x00, 0x03, 0x50, 0x15, 0x15, 0x15, 0x15, 0xff, 0x03]);
const COMMAND_HEAD = 0x43;

const nameOf = (cm: number, pm: number): CrtCommandName | null => {
  const found = Object.entries(CRT).find(([, command]) => command.cm === cm && command.pm === pm);
  return (found?.[0] as CrtCommandName | undefined) ?? null;
};

/** The machine's end of one wire: takes frames, acknowledges them, answers in turn, and misbehaves when told to. */
export class CrtDeviceWire {
  readonly #controller: CrtController;
  readonly #end: WireEnd;
  readonly #parser = new CrtFrameParser();
  #attached = true;

  constructor(controller: CrtController, end: WireEnd) {
    this.#controller = controller;
    this.#end = end;
  }

  receive(bytes: Uint8Array): void {
    if (this.#controller.isDark) return;
    for (const event of this.#parser.push(bytes)) {
      if (event.kind === 'damaged') this.#send(Uint8Array.of(NAK));
      if (event.kind === 'frame') this.#take(event.text);
    }
  }

  /** Nobody is at the other end any more. */
  detach(): void {
    this.#attached = false;
  }

  #send(bytes: Uint8Array): void {
    if (this.#attached) this.#end.send(bytes);
  }

  #take(text: Uint8Array): void {
    const [head, cm, pm] = text;
    if (head !== COMMAND_HEAD || cm === undefined || pm === undefined) return;
    void this.#controller.inTurn(() => this.#work(cm, pm, text.slice(3)));
  }

  async #work(cm: number, pm: number, data: Uint8Array): Promise<void> {
    if (this.#controller.isDark) return;
    const name = nameOf(cm, pm);
    const fault = name === null ? null : this.#controller.faults.take(CRT_WIRE_FAULTS, name);
    if (fault === 'mute') return;
    if (fault === 'nak') {
      this.#send(Uint8Array.of(NAK));
      return;
    }
    if (fault === 'not-reset') this.#controller.blinkPower();
    this.#send(Uint8Array.of(ACK));
    const answer = await this.#controller.obey(name, cm, pm, data);
    if (answer !== null) await this.#answer(encodeFrame(answer), fault);
  }

  async #answer(frame: Uint8Array, fault: CrtWireFault | null): Promise<void> {
    switch (fault) {
      case 'answer-lost':
        return;
      case 'late':
        await this.#controller.timers.sleep(LATE_MS);
        return this.#send(frame);
      case 'nonsense':
        return this.#send(NOISE);
      case 'endless-nonsense':
        return this.#send(new Uint8Array(ENDLESS_BYTES).fill(0xa5));
      case 'noise-before':
        this.#send(NOISE);
        return this.#send(frame);
      case 'bad-bcc':
        return this.#send(frame.map((byte, at) => (at === frame.length - 1 ? byte ^ 0xff : byte)));
      case 'cut-frame':
        return this.#send(frame.slice(0, frame.length / 2));
      case 'split-frame':
        for (const byte of frame) this.#send(Uint8Array.of(byte));
        return;
      case 'merged-frames':
        return this.#send(Uint8Array.from([...frame, ...frame]));
      case 'link-dropped':
        return this.#end.drop();
      default:
        return this.#send(frame);
    }
  }
}
