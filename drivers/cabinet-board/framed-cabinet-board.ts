import {
  CABINET_LAMPS,
  type CabinetBoard,
  type CabinetLamp,
  type CabinetStatus,
  cabinetChanged,
  type LampState,
} from '../../src/ports/cabinet-board.ts';
import type { Timers } from '../../src/ports/clock.ts';
import { type Aborted, aborted, type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { COMMAND } from './board-frame.ts';
import { BoardLink } from './board-link.ts';
import { LAMP_BYTES, parseStatus } from './status-block.ts';

/** A waiter holds the device, and nobody else asks it meanwhile. Milliseconds. */
const ASK_EVERY_MS = 5_000;

export interface FramedCabinetBoardOptions {
  /** Serial or TCP; the driver opens and closes it. */
  readonly transport: ByteTransport;
  readonly timers: Timers;
}

/** The cabinet board over its framed serial line (board-frame.ts has the table). */
export class FramedCabinetBoard implements CabinetBoard {
  readonly #link: BoardLink;
  readonly #timers: Timers;
  /** Those who wait for a change; null: the link is gone. */
  readonly #waiting = new Set<(status: CabinetStatus | null) => void>();

  constructor({ transport, timers }: FramedCabinetBoardOptions) {
    this.#timers = timers;
    this.#link = new BoardLink({
      transport,
      timers,
      // An event that makes no sense is dropped: the next question finds out what it meant.
      onEvent: (data) => this.#tell(parseStatus(data)),
      onLost: () => {
        for (const hear of [...this.#waiting]) hear(null);
      },
    });
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    const opened = await this.#link.open();
    return opened.ok ? this.probe() : opened;
  }

  async probe(): Promise<Result<void, DeviceTrouble>> {
    const status = await this.status();
    return status.ok ? ok(undefined) : status;
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  status(): Promise<Result<CabinetStatus, DeviceTrouble>> {
    return this.#ask(COMMAND.status, new Uint8Array());
  }

  async setLight(percent: number): Promise<Result<void, DeviceTrouble>> {
    if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new RangeError(`light ${percent}`);
    const status = await this.#ask(COMMAND.light, Uint8Array.of(percent));
    if (!status.ok) return status;
    return status.value.lightPercent === percent ? ok(undefined) : err(notFollowed('the light'));
  }

  async setLamp(lamp: CabinetLamp | 'all', state: LampState): Promise<Result<void, DeviceTrouble>> {
    const lamps: readonly CabinetLamp[] = lamp === 'all' ? CABINET_LAMPS : [lamp];
    const bits = lamps.reduce<number>((sum, one) => sum | (1 << CABINET_LAMPS.indexOf(one)), 0);
    const status = await this.#ask(COMMAND.lamps, Uint8Array.of(bits, LAMP_BYTES.indexOf(state)));
    if (!status.ok) return status;
    const followed = lamps.every((one) => status.value.lamps[one] === state);
    return followed ? ok(undefined) : err(notFollowed(`the lamp ${lamp}`));
  }

  async nextChange(
    known: CabinetStatus,
    signal: AbortSignal,
  ): Promise<Result<CabinetStatus, DeviceTrouble | Aborted>> {
    let woken = new AbortController();
    let heard: CabinetStatus | null = null;
    const hear = (status: CabinetStatus | null): void => {
      if (status !== null && !cabinetChanged(known, status)) return;
      heard ??= status;
      woken.abort();
    };
    const giveUp = (): void => woken.abort();
    this.#waiting.add(hear);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      // Asked at first and now and then: an event may have been lost, or the board may have fallen silent.
      while (!signal.aborted) {
        if (heard !== null) return ok(heard);
        woken = new AbortController();
        const status = await this.status();
        if (!status.ok) return signal.aborted ? err(aborted) : status;
        hear(status.value);
        await this.#timers.sleep(ASK_EVERY_MS, woken.signal);
      }
      return err(aborted);
    } finally {
      this.#waiting.delete(hear);
      signal.removeEventListener('abort', giveUp);
    }
  }

  #tell(status: CabinetStatus | null): void {
    if (status === null) return;
    for (const hear of [...this.#waiting]) hear(status);
  }

  async #ask(command: number, data: Uint8Array): Promise<Result<CabinetStatus, DeviceTrouble>> {
    const answer = await this.#link.ask(command, data);
    if (!answer.ok) return answer;
    const status = parseStatus(answer.value);
    return status === null
      ? err(deviceTrouble('bad-status', 'the status block is none of the table'))
      : ok(status);
  }
}

const notFollowed = (what: string): DeviceTrouble =>
  deviceTrouble('not-followed', `the cabinet board did not set ${what}`);
