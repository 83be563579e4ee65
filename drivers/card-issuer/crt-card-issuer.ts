import { hexFromBytes } from '../../src/card-keys/hex.ts';
import type {
  CardIssuer,
  CardIssuerStatus,
  CardIssuerTrouble,
  CardPosition,
} from '../../src/ports/card-issuer.ts';
import type { Timers } from '../../src/ports/clock.ts';
import type { DeviceTrouble } from '../../src/ports/device-status.ts';
import type {
  CardKeyService,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { ChipStation, type OnRemark } from '../card-transport/chip-station.ts';
import { CRT } from '../card-transport/crt-command.ts';
import { CrtMachine } from '../card-transport/crt-machine.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';

export interface CrtCardIssuerOptions {
  /** TCP or serial; these machines leave the factory at 9600 baud. */
  readonly transport: ByteTransport;
  readonly timers: Timers;
  readonly onRemark?: OnRemark;
}

type Moved = Promise<Result<void, CardIssuerTrouble>>;

/**
 * CRT-571/591 dispenser with a chip station (protocols 3.3). Before every move the sensors are read, so that the same
 * bytes cannot move another card than the one meant: 32 31 takes from the stack or from the gate.
 */
export class CrtCardIssuer implements CardIssuer {
  readonly #machine: CrtMachine;
  readonly #chip: ChipStation;

  constructor({ transport, timers, onRemark }: CrtCardIssuerOptions) {
    this.#machine = new CrtMachine(transport, timers);
    this.#chip = new ChipStation(this.#machine, onRemark);
  }

  open(): Promise<Result<void, DeviceTrouble>> {
    return this.#machine.open();
  }

  probe(): Promise<Result<void, DeviceTrouble>> {
    return this.#machine.probe();
  }

  close(): Promise<void> {
    return this.#machine.close();
  }

  status(): Promise<Result<CardIssuerStatus, CardIssuerTrouble>> {
    return this.#machine.sensors();
  }

  async takeBlank(): Moved {
    const before = await this.#at(['none']);
    if (!before.ok) return before;
    if (before.value.stock === 'empty') return err({ kind: 'stock-empty' });
    return this.#machine.move(CRT.toChip, ['ic']);
  }

  async powerOn(): Promise<Result<string, CardIssuerTrouble>> {
    const before = await this.#at(['ic']);
    if (!before.ok) return before;
    const atr = await this.#chip.powerOn();
    return atr.ok ? ok(hexFromBytes(atr.value)) : atr;
  }

  transmit(command: string): Promise<Result<string, CardIssuerTrouble>> {
    return this.#chip.transmit(command);
  }

  async read(
    keys: CardKeyService,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardIssuerTrouble | SocialCardTrouble>> {
    const before = await this.#at(['ic']);
    return before.ok ? this.#chip.read(keys, signal) : before;
  }

  /** As far as the card lets anybody: on a 3.0 card the holder's fields are null. For technicians. */
  async readWithoutKeys(
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardIssuerTrouble | SocialCardTrouble>> {
    const before = await this.#at(['ic']);
    return before.ok ? this.#chip.read(null, signal) : before;
  }

  /** A quick hand may have the card before the machine has said that it is there. */
  async present(): Moved {
    const before = await this.#at(['ic']);
    return before.ok ? this.#machine.move(CRT.toGate, ['gate', 'none']) : before;
  }

  async waitTaken(signal: AbortSignal): Promise<Result<'taken' | 'not-taken', CardIssuerTrouble>> {
    const position = await this.#machine.waitAtGate(signal);
    if (!position.ok) return position;
    if (position.value === 'ic') return err({ kind: 'wrong-position', position: 'ic' });
    return ok(position.value === 'none' ? 'taken' : 'not-taken');
  }

  async toBin(): Moved {
    const before = await this.#at(['ic', 'gate']);
    if (!before.ok) return before;
    if (before.value.bin === 'full') return err({ kind: 'bin-full' });
    return this.#machine.move(CRT.toBin, ['none']);
  }

  /** The sensors, where the card is in one of these places. */
  async #at(places: readonly CardPosition[]): Promise<Result<CardIssuerStatus, CardIssuerTrouble>> {
    const sensors = await this.#machine.sensors();
    if (!sensors.ok) return sensors;
    const { position } = sensors.value;
    return places.includes(position) ? sensors : err({ kind: 'wrong-position', position });
  }
}
