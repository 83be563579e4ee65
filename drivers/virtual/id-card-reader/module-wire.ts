import type { Timers } from '../../../src/ports/clock.ts';
import { commandNamed, type SamCommandName } from '../../id-card/command.ts';
import { encodeFrame } from '../../id-card/frame.ts';
import { FrameParser } from '../../id-card/frame-parser.ts';
import { type FaultQueue, faultStatus, type IdCardReaderFault } from './faults.ts';
import type { ModuleAnswer, SamModule } from './sam-module.ts';

/** Later than any deadline of the driver. */
const LATE_BY_MS = 6_000;
const GARBAGE_CHUNK_BYTES = 1_024;
const GARBAGE_INTERVAL_MS = 1;

/** What a wire must be able to do for the module; TCP, serial, HID and memory wires all can. */
export interface WireEnd {
  send(bytes: Uint8Array): void;
  drop(): void;
}

export interface WireParts {
  readonly module: SamModule;
  readonly faults: FaultQueue;
  readonly timers: Timers;
  readonly end: WireEnd;
  /** Answers are padded with zeros to a multiple of this (64 behind HID); 1 elsewhere. */
  readonly reportBytes: number;
  readonly onCommand: (name: SamCommandName) => void;
}

/** The module's side of one wire: parses requests, answers them, does what the armed faults say. */
export class ModuleWire {
  readonly #parts: WireParts;
  readonly #parser = new FrameParser(2);
  readonly #detached = new AbortController();

  constructor(parts: WireParts) {
    this.#parts = parts;
  }

  receive(bytes: Uint8Array): void {
    for (const event of this.#parser.push(bytes)) {
      if (event.kind === 'frame') this.#obey(event.body);
      else this.#send(statusFrame(event.reason === 'bad-checksum' ? 0x10 : 0x11));
    }
  }

  /** The wire is gone: late answers and garbage end. */
  detach(): void {
    this.#detached.abort();
  }

  #obey(body: Uint8Array): void {
    const name = commandNamed(body[0], body[1]);
    if (name === null) {
      this.#send(statusFrame(0x21));
      return;
    }
    const { module, faults, onCommand } = this.#parts;
    const fault = faults.take(name);
    onCommand(name);
    const status = fault === null ? null : faultStatus(fault);
    if (status !== null) {
      if (name.startsWith('read') && status !== 0x21) module.spoil();
      this.#send(statusFrame(status));
      return;
    }
    if (fault === 'card-lifted') module.lift();
    this.#deliver(module.answer(name), fault);
  }

  #deliver(answer: ModuleAnswer, fault: IdCardReaderFault | null): void {
    if (fault === 'connection-dropped') this.#parts.end.drop();
    else if (fault === 'endless-garbage') void this.#rave();
    else if (fault === 'late') void this.#sendLate(answerFrame(answer));
    else for (const chunk of faultyChunks(answer, fault)) this.#send(chunk);
  }

  async #sendLate(frame: Uint8Array): Promise<void> {
    await this.#parts.timers.sleep(LATE_BY_MS, this.#detached.signal);
    this.#send(frame);
  }

  async #rave(): Promise<void> {
    for (let seed = 1; !this.#detached.signal.aborted; seed += 1) {
      this.#send(nonsense(seed, GARBAGE_CHUNK_BYTES));
      await this.#parts.timers.sleep(GARBAGE_INTERVAL_MS, this.#detached.signal);
    }
  }

  #send(bytes: Uint8Array): void {
    if (this.#detached.signal.aborted) return;
    const { end, reportBytes } = this.#parts;
    const padded = new Uint8Array(Math.ceil(bytes.length / reportBytes) * reportBytes);
    padded.set(bytes);
    end.send(padded);
  }
}

/** What reaches the wire for one answer under a fault that only spoils bytes. */
function faultyChunks(answer: ModuleAnswer, fault: IdCardReaderFault | null): Uint8Array[] {
  const frame = answerFrame(answer);
  switch (fault) {
    case 'mute':
      return [];
    case 'bad-checksum':
      return [frame.with(-1, (frame.at(-1) ?? 0) ^ 0x01)];
    case 'cut-frame':
      return [frame.slice(0, Math.ceil(frame.length / 2))];
    case 'merged-frames':
      return [Buffer.concat([frame, frame])];
    case 'split-frame':
      return Array.from(frame, (byte) => Uint8Array.of(byte));
    case 'garbage-before':
      return [Buffer.concat([BROKEN_PREAMBLES, nonsense(1, 200), frame])];
    case 'wrong-length':
      return [frame.with(6, ((frame[6] ?? 0) + 5) & 0xff)];
    case 'wrong-block-length':
      return [answerFrame({ ...answer, data: answer.data.slice(0, -1) })];
    default:
      return [frame];
  }
}

/** Beginnings of preambles that lead nowhere. */
const BROKEN_PREAMBLES = Uint8Array.of(
  0xaa,
  0xaa,
  0x00,
  0x96,
  0x69,
  0xaa,
  0xaa,
  0xaa,
  0x96,
  0xaa,
  0x96,
  0x69,
);

const answerFrame = ({ sw3, data }: ModuleAnswer): Uint8Array =>
  encodeFrame(Uint8Array.from([0x00, 0x00, sw3, ...data]));

const statusFrame = (sw3: number): Uint8Array => answerFrame({ sw3, data: new Uint8Array(0) });

/** The same bytes for the same seed, never with a whole preamble in them (AA does not occur). */
function nonsense(seed: number, length: number): Uint8Array {
  let state = seed >>> 0;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const byte = state >>> 24;
    return byte === 0xaa ? 0x55 : byte;
  });
}
