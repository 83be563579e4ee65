import type { Timers } from '../../../src/ports/clock.ts';
import type { DeviceTrouble } from '../../../src/ports/device-status.ts';
import type { Result } from '../../../src/result.ts';
import type { ByteTransport } from '../../transport/byte-transport.ts';
import { wallTimers } from '../../wall-timers.ts';
import { answerText, type Outcome } from './answer-text.ts';
import { attachMachine } from './attach-machine.ts';
import { CardPath, type CardPlace } from './card-path.ts';
import { ChipContacts } from './chip-contacts.ts';
import { type CrtController, CrtDeviceWire, type WireEnd } from './crt-device-wire.ts';
import { type CrtCommandName, type CrtFault, CrtFaultQueue } from './crt-faults.ts';
import { CrtTcpServer } from './crt-tcp-server.ts';
import type { CardMachineTruth, PhysicalCard } from './physical-card.ts';

export interface VirtualCardMachineOptions {
  readonly timers?: Timers;
  /** How long a card is on its way, milliseconds; 0 by default. */
  readonly moveMs?: number;
  /** Automatic mode fetches what 61xx announces; false leaves that to the driver. */
  readonly fetchesResponses?: boolean;
}

/** APDU of `chip-fails` when nobody says another. */
const CHIP_FAILS_AT = 3;

/** What issuer and acceptor have in common behind the wire: path, gate, bin, chip contacts, power, hands. */
export abstract class VirtualCardMachine<Fault extends CrtFault> implements CrtController {
  readonly faults = new CrtFaultQueue();
  readonly timers: Timers;
  protected readonly path: CardPath;
  readonly #contacts: ChipContacts;
  readonly #server: CrtTcpServer;
  readonly #listeners = new Set<() => void>();
  readonly #removed: PhysicalCard[] = [];
  #failChipAt = CHIP_FAILS_AT;
  #needsReset = true;
  #handAfterMs: number | null = null;
  #last: Promise<void> = Promise.resolve();

  protected constructor(options: VirtualCardMachineOptions) {
    this.timers = options.timers ?? wallTimers;
    this.#contacts = new ChipContacts(options.fetchesResponses ?? true);
    this.path = new CardPath(this.faults, this.timers, options.moveMs ?? 0);
    this.#server = new CrtTcpServer((end) => this.wire(end));
  }

  get isDark(): boolean {
    return !this.path.powered;
  }

  protected listen(port: number): Promise<void> {
    return this.#server.listen(port);
  }

  get port(): number {
    return this.#server.port;
  }

  /** The address for a transport. */
  get uri(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  /** Pulls every cable; the machine goes on listening. */
  disconnect(): void {
    this.#server.disconnect();
  }

  /** Puts the machine on a wire; give it what arrives. */
  wire(end: WireEnd): CrtDeviceWire {
    return new CrtDeviceWire(this, end);
  }

  /** Speaks at the far end of a transport: a pty of a serial pair, a memory wire. Returns the way to let go. */
  attachTo(transport: ByteTransport): Promise<Result<() => Promise<void>, DeviceTrouble>> {
    return attachMachine(this, transport);
  }

  /** Stays until it is mended. */
  setFault(fault: Fault): void {
    this.#arm(fault, 'always', null);
  }

  /** Strikes the next command, or the next of this kind, and is gone. Conditions stay until they are mended. */
  once(fault: Fault, on: CrtCommandName | null = null): void {
    this.#arm(fault, 1, on);
  }

  repeat(fault: Fault, times: number, on: CrtCommandName | null = null): void {
    this.#arm(fault, times, on);
  }

  mend(fault?: Fault): void {
    this.faults.mend(fault);
    this.changed();
  }

  /** From its nth APDU on the chip at the station is silent. */
  failChipAt(apdu: number): void {
    this.#failChipAt = apdu;
    this.#arm('chip-fails', 1, 'coldReset');
  }

  /** The next move is pulled out of the machine by a hand. */
  pullWhileMoving(): void {
    this.#arm('pulled-while-moving', 1, null);
  }

  /** In the next move the power goes; the card rests where it came from, half-way, or where it was going. */
  powerCutDuring(act: 'move', rests: 'from' | 'path' | 'to' = 'path'): void {
    if (act === 'move') this.path.cutPowerAt(rests);
  }

  /** The power goes now: every link ends, and nothing answers before `powerOn`. */
  powerOff(): void {
    this.path.powered = false;
    this.#contacts.off();
    this.#server.goDark();
    this.changed();
  }

  /** Power is back: the sensors tell the truth, and the machine wants to be initialised. */
  powerOn(): void {
    this.path.powered = true;
    this.#needsReset = true;
    this.#server.goOn();
    this.changed();
  }

  /** Power lost and back within a blink: the link holds. */
  blinkPower(): void {
    this.#contacts.off();
    this.#needsReset = true;
  }

  /** A resident takes what is at the gate; null where nothing is. */
  takeFromGate(): PhysicalCard | null {
    const card = this.path.takeFrom('gate');
    if (card !== null) this.path.taken.push(card);
    this.changed();
    return card;
  }

  /** From now on a resident takes what comes to the gate, this long after it came. */
  takePresentedCards(afterMs = 0): void {
    this.#handAfterMs = afterMs;
  }

  /** Nobody takes what comes to the gate: also how it begins. */
  leaveInGate(): void {
    this.#handAfterMs = null;
  }

  /** A technician frees the path; the card goes with the technician. */
  clearPath(): PhysicalCard | null {
    const card = this.path.takeFrom('path');
    if (card !== null) this.#removed.push(card);
    this.changed();
    return card;
  }

  /** A technician takes the cards out of the bin. */
  emptyBin(): readonly PhysicalCard[] {
    const cards = this.path.bin.splice(0);
    this.#removed.push(...cards);
    this.changed();
    return cards;
  }

  truth(): CardMachineTruth {
    const labels = (cards: readonly PhysicalCard[]): string[] => cards.map(({ label }) => label);
    return {
      stack: labels(this.stack()),
      position: this.path.place,
      card: this.path.card?.label ?? null,
      bin: labels(this.path.bin),
      taken: labels(this.path.taken),
      removed: labels(this.#removed),
    };
  }

  /** Called when a card moved or a fault changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  inTurn(act: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(act);
    return this.#last;
  }

  async obey(
    name: CrtCommandName | null,
    cm: number,
    pm: number,
    data: Uint8Array,
  ): Promise<Uint8Array | null> {
    const outcome = await this.#outcome(name, data);
    this.changed();
    if (outcome === 'dark') {
      this.powerOff();
      return null;
    }
    return answerText(cm, pm, outcome, {
      place: this.path.place,
      stock: this.stockByte(),
      binFull: this.faults.has('bin-full'),
    });
  }

  /** Blanks in the stack, the next one first. */
  protected abstract stack(): readonly PhysicalCard[];
  /** st1. */
  protected abstract stockByte(): number;
  /** 32 31 with nothing in the path. */
  protected abstract feed(): Promise<Outcome>;
  /** 33 30 and 33 31. */
  protected abstract setEntry(open: boolean): Outcome;

  protected changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  protected async move(from: CardPlace, to: CardPlace | 'bin', name: CrtCommandName): Promise<Outcome> {
    this.#contacts.clear();
    const outcome = await this.path.move(from, to, name);
    if (this.path.place === 'gate' && this.#handAfterMs !== null) {
      void this.timers.sleep(this.#handAfterMs).then(() => this.takeFromGate());
    }
    return outcome;
  }

  #arm(fault: CrtFault, times: number | 'always', on: CrtCommandName | null): void {
    this.faults.arm(fault, times, on);
    this.changed();
  }

  async #outcome(name: CrtCommandName | null, data: Uint8Array): Promise<Outcome> {
    switch (name) {
      case 'version':
      case 'configuration':
      case 'serialNumber':
        return { data: [...Buffer.from('VIRTUAL')] };
      case 'initKeep':
        this.#needsReset = false;
        return this.path.place === 'path' ? { code: '10' } : {};
      case null:
        return { code: '00' };
      default:
        break;
    }
    if (this.#needsReset) return { code: 'B0' };
    if (this.path.place === 'path') return { code: this.path.stuckCode };
    return this.#whenReady(name, data);
  }

  async #whenReady(name: CrtCommandName, data: Uint8Array): Promise<Outcome> {
    const { place } = this.path;
    switch (name) {
      case 'toChip':
        if (place === 'none') return this.feed();
        return place === 'gate' ? this.move('gate', 'ic', name) : {};
      case 'toGate':
        if (place === 'none') return { code: '02' };
        return place === 'ic' ? this.move('ic', 'gate', name) : {};
      case 'toBin':
        if (place === 'none' || place === 'path') return { code: '02' };
        return this.faults.has('bin-full') ? { code: 'A1' } : this.move(place, 'bin', name);
      case 'allowEntry':
        return this.setEntry(true);
      case 'forbidEntry':
        return this.setEntry(false);
      case 'coldReset':
      case 'chipOff':
      case 'apdu':
        return this.#atChip(name, data);
      default:
        return {};
    }
  }

  #atChip(name: 'coldReset' | 'chipOff' | 'apdu', data: Uint8Array): Outcome {
    const { card, place } = this.path;
    if (card === null || place !== 'ic') return { code: '02' };
    if (name === 'chipOff') {
      this.#contacts.off();
      return {};
    }
    if (this.faults.take(['chip-dead'], name)) this.#contacts.die();
    if (this.faults.take(['chip-fails'], name)) this.#contacts.failAt(this.#failChipAt);
    return name === 'apdu' ? this.#contacts.apdu(data) : this.#contacts.coldReset(card.chip);
  }
}
