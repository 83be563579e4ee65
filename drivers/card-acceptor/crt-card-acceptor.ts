import type {
  AcceptedMedia,
  CardAcceptor,
  CardAcceptorStatus,
  CardAcceptorTrouble,
} from '../../src/ports/card-acceptor.ts';
import type { Timers } from '../../src/ports/clock.ts';
import { aborted, type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type {
  CardKeyService,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../src/ports/social-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { ChipStation, type OnRemark } from '../card-transport/chip-station.ts';
import type { CrtSensors } from '../card-transport/crt-answer.ts';
import { CRT } from '../card-transport/crt-command.ts';
import { asDeviceTrouble, type CrtTrouble } from '../card-transport/crt-error.ts';
import { CrtMachine } from '../card-transport/crt-machine.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';

export interface CrtCardAcceptorOptions {
  /** TCP or serial; these machines leave the factory at 9600 baud. */
  readonly transport: ByteTransport;
  readonly timers: Timers;
  readonly onRemark?: OnRemark;
}

type Moved = Promise<Result<void, CardAcceptorTrouble>>;

const MEDIA = { none: 'none', gate: 'gate', ic: 'latched' } as const satisfies Record<string, AcceptedMedia>;

/** Motorised reader of the CRT family for residents' own cards (protocols 3.3): entry, latch at the chip, retain bin. */
export class CrtCardAcceptor implements CardAcceptor {
  readonly #machine: CrtMachine;
  readonly #chip: ChipStation;
  /** As last told: a jammed machine answers without its status bytes. */
  #bin: CrtSensors['bin'] = null;

  constructor({ transport, timers, onRemark }: CrtCardAcceptorOptions) {
    this.#machine = new CrtMachine(transport, timers);
    this.#chip = new ChipStation(this.#machine, onRemark);
  }

  /** Entry is closed too: a kiosk that went down while it waited for a card left it open. */
  async open(): Promise<Result<void, DeviceTrouble>> {
    const opened = await this.#machine.open();
    if (!opened.ok) return opened;
    const closed = await this.#machine.ask(CRT.forbidEntry);
    if (!closed.ok) return err(asDeviceTrouble(closed.error));
    this.#bin = closed.value.sensors.bin;
    return ok(undefined);
  }

  probe(): Promise<Result<void, DeviceTrouble>> {
    return this.#machine.probe();
  }

  close(): Promise<void> {
    return this.#machine.close();
  }

  async status(): Promise<Result<CardAcceptorStatus, CardAcceptorTrouble>> {
    const answer = await this.#machine.ask(CRT.status);
    if (!answer.ok) {
      return answer.error.kind === 'jammed' && this.#bin !== null
        ? ok({ media: 'jammed', retainBin: this.#bin })
        : err(acceptorTrouble(answer.error));
    }
    const { position, bin } = answer.value.sensors;
    if (bin === null) return err(deviceTrouble('bad-status', 'the status bytes are none of the table'));
    this.#bin = bin;
    return ok({ media: position === null ? 'unknown' : MEDIA[position], retainBin: bin });
  }

  /**
   * A card that is already inside belongs to somebody else: it is `card-inside`, never the one asked for. Where the
   * entry could not be closed that is told even if a card came in: `status` says whether one did.
   */
  async accept(signal: AbortSignal): Moved {
    const before = await this.#media();
    if (!before.ok) return before;
    if (before.value !== 'none') return err(deviceTrouble('card-inside', 'a card is already in the machine'));
    if (signal.aborted) return err(aborted);
    const allowed = await this.#machine.ask(CRT.allowEntry);
    const latched = allowed.ok ? await this.#waitLatched(signal) : err(acceptorTrouble(allowed.error));
    const closed = await this.#machine.ask(CRT.forbidEntry);
    if (!closed.ok)
      return err(
        latched.ok || latched.error.kind === 'aborted' ? acceptorTrouble(closed.error) : latched.error,
      );
    if (latched.ok || latched.error.kind !== 'aborted') return latched;
    // Between the last look and the closing of the entry a card may have come in: then it is here, and is told.
    return closed.value.sensors.position === 'none' ? latched : this.#drawnIn();
  }

  read(
    keys: CardKeyService,
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardAcceptorTrouble | SocialCardTrouble>> {
    return this.#read(keys, signal);
  }

  /** As far as the card lets anybody: on a 3.0 card the holder's fields are null. For technicians. */
  readWithoutKeys(
    signal: AbortSignal,
  ): Promise<Result<SocialSecurityCard, CardAcceptorTrouble | SocialCardTrouble>> {
    return this.#read(null, signal);
  }

  /** A quick hand may have the card before the machine has said that it is there. */
  async giveBack(): Moved {
    const media = await this.#media();
    if (!media.ok) return media;
    if (media.value === 'none') return err({ kind: 'no-card' });
    return media.value === 'gate' ? ok(undefined) : this.#move(CRT.toGate, ['gate', 'none']);
  }

  async waitTaken(signal: AbortSignal): Promise<Result<'taken' | 'not-taken', CardAcceptorTrouble>> {
    const position = await this.#machine.waitAtGate(signal);
    if (!position.ok) return err(acceptorTrouble(position.error));
    return ok(position.value === 'none' ? 'taken' : 'not-taken');
  }

  async takeIn(): Moved {
    const media = await this.#media();
    if (!media.ok) return media;
    if (media.value === 'none') return err({ kind: 'no-card' });
    return media.value === 'latched' ? ok(undefined) : this.#move(CRT.toChip, ['ic']);
  }

  async retain(): Moved {
    const media = await this.#media();
    if (!media.ok) return media;
    if (media.value === 'none') return err({ kind: 'no-card' });
    if (this.#bin === 'full') return err({ kind: 'bin-full' });
    return this.#move(CRT.toBin, ['none']);
  }

  async #read(keys: CardKeyService | null, signal: AbortSignal) {
    const media = await this.#media();
    if (!media.ok) return media;
    return media.value === 'latched' ? this.#chip.read(keys, signal) : err({ kind: 'no-card' } as const);
  }

  async #waitLatched(signal: AbortSignal): Moved {
    for (;;) {
      const media = await this.#media();
      if (!media.ok) return media;
      if (media.value !== 'none') return this.#drawnIn();
      if (signal.aborted) return err(aborted);
      await this.#machine.pause(signal);
    }
  }

  /** Some models stop a card that was put in at the gate. */
  async #drawnIn(): Moved {
    const media = await this.#media();
    if (!media.ok) return media;
    if (media.value === 'none') return err({ kind: 'no-card' });
    return media.value === 'gate' ? this.#move(CRT.toChip, ['ic']) : ok(undefined);
  }

  /** Where the card is, where the machine knows. */
  async #media(): Promise<Result<'none' | 'gate' | 'latched', CardAcceptorTrouble>> {
    const status = await this.status();
    if (!status.ok) return status;
    const { media } = status.value;
    if (media === 'jammed') return err({ kind: 'jammed', code: 'card-stuck' });
    if (media === 'unknown')
      return err(deviceTrouble('bad-status', 'the machine does not say where the card is'));
    return ok(media);
  }

  async #move(...move: Parameters<CrtMachine['move']>): Moved {
    const moved = await this.#machine.move(...move);
    return moved.ok ? moved : err(acceptorTrouble(moved.error));
  }
}

/** An acceptor has no stock and gives its chip's troubles to `read` alone. */
function acceptorTrouble(trouble: CrtTrouble): CardAcceptorTrouble {
  switch (trouble.kind) {
    case 'stock-empty':
    case 'chip':
      return asDeviceTrouble(trouble);
    default:
      return trouble;
  }
}
