import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import type { CrtAnswer, CrtSensors } from './crt-answer.ts';
import { CRT, type CrtCommand } from './crt-command.ts';
import { asDeviceTrouble, type CrtTrouble, troubleOf } from './crt-error.ts';
import { CrtLink } from './crt-link.ts';

/** How often the gate is looked at while a hand is awaited, milliseconds. */
export const POLL_MS = 300;

type Done = Extract<CrtAnswer, { kind: 'done' }>;
type Place = NonNullable<CrtSensors['position']>;

/** A move has nothing to do with the chip. */
export type MoveTrouble = Exclude<CrtTrouble, { kind: 'chip' }>;

export type Sensors = { readonly [S in keyof CrtSensors]: NonNullable<CrtSensors[S]> };

/** What issuer and acceptor have in common: opening, sensors, single moves, waiting for a hand at the gate. */
export class CrtMachine {
  readonly #link: CrtLink;
  readonly #timers: Timers;

  constructor(transport: ByteTransport, timers: Timers) {
    this.#link = new CrtLink(transport, timers);
    this.#timers = timers;
  }

  /**
   * Connects and initialises so that a card stays where it is: what lies in the machine after a power cut is
   * somebody's. Fails with `jammed` where a card is stuck; the link then stays open for the sensors.
   */
  async open(): Promise<Result<void, DeviceTrouble>> {
    const opened = await this.#link.open();
    if (!opened.ok) return opened;
    const ready = await this.ask(CRT.initKeep);
    return ready.ok ? this.probe() : err(asDeviceTrouble(ready.error));
  }

  /** Whether the machine answers and no card is stuck in it. */
  async probe(): Promise<Result<void, DeviceTrouble>> {
    const sensors = await this.sensors();
    return sensors.ok ? ok(undefined) : err(asDeviceTrouble(sensors.error));
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  /** One command; a refusal is the trouble its code stands for. */
  async ask(command: CrtCommand, data?: Uint8Array): Promise<Result<Done, CrtTrouble>> {
    const answer = await this.#link.command(command, data);
    if (!answer.ok) return answer;
    return answer.value.kind === 'done' ? ok(answer.value) : err(troubleOf(answer.value.code));
  }

  async sensors(): Promise<Result<Sensors, CrtTrouble>> {
    const answer = await this.ask(CRT.status);
    if (!answer.ok) return answer;
    const { position, stock, bin } = answer.value.sensors;
    return position === null || stock === null || bin === null
      ? err(deviceTrouble('bad-status', 'the status bytes are none of the table'))
      : ok({ position, stock, bin });
  }

  /** One move, sent once; the sensors in its own answer must agree that the card arrived. */
  async move(command: CrtCommand, arrivedAt: readonly Place[]): Promise<Result<void, MoveTrouble>> {
    const answer = await this.ask(command);
    if (!answer.ok) {
      const { error } = answer;
      return err(error.kind === 'chip' ? asDeviceTrouble(error) : error);
    }
    const { position } = answer.value.sensors;
    return position !== null && arrivedAt.includes(position)
      ? ok(undefined)
      : err({ kind: 'jammed', code: 'not-arrived' });
  }

  /**
   * Looks at the gate until no card is there; the last look is after the signal, so that a card taken in the last
   * moment is not called left behind. Answers where the card is: `none` was taken.
   */
  async waitAtGate(signal: AbortSignal): Promise<Result<Place, CrtTrouble>> {
    for (;;) {
      const last = signal.aborted;
      const sensors = await this.sensors();
      if (!sensors.ok) return sensors;
      if (last || sensors.value.position !== 'gate') return ok(sensors.value.position);
      await this.#timers.sleep(POLL_MS, signal);
    }
  }

  pause(signal: AbortSignal): Promise<void> {
    return this.#timers.sleep(POLL_MS, signal);
  }
}
