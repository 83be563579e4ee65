import type { Timers } from '../../../src/ports/clock.ts';
import type { DeviceTrouble } from '../../../src/ports/device-status.ts';
import { ok, type Result } from '../../../src/result.ts';
import type { SamCommandName } from '../../id-card/command.ts';
import { portraitKey } from '../../id-card/portrait-channel.ts';
import type { ByteTransport } from '../../transport/byte-transport.ts';
import { portraitChipBytes } from './card-bytes.ts';
import { FaultQueue, type IdCardReaderFault } from './faults.ts';
import { ModuleWire, type WireEnd } from './module-wire.ts';
import { SamModule } from './sam-module.ts';
import type { VirtualIdCard } from './virtual-card.ts';

export interface VirtualIdCardReaderOptions {
  readonly timers: Timers;
  /** 64 when the wire ends in a HID harness: answers are then padded to whole reports. 1 by default. */
  readonly reportBytes?: number;
  /** Number of the module, 16 bytes; that of the vectors by default. */
  readonly samId?: Uint8Array;
}

/** A reader to hold in one's hands: lays cards, lifts them and misbehaves. It speaks on any number of wires. */
export class VirtualIdCardReader {
  readonly #module: SamModule;
  readonly #faults = new FaultQueue();
  readonly #options: VirtualIdCardReaderOptions;
  readonly #watchers = new Set<(name: SamCommandName) => void>();
  /** Of the card laid down last: the picture may be asked for when the card is already lifted. */
  #lastCard: VirtualIdCard | null = null;

  constructor(options: VirtualIdCardReaderOptions) {
    this.#options = options;
    this.#module = new SamModule(options.samId);
  }

  /** The card in the field, for the dev dock. */
  get card(): VirtualIdCard | null {
    return this.#module.card;
  }

  placeCard(card: VirtualIdCard): void {
    this.#module.place(card);
    this.#lastCard = card;
  }

  removeCard(): void {
    this.#module.lift();
  }

  /** Arms a fault for the next `times` commands (1 by default), or only for the command `on`. */
  fail(kind: IdCardReaderFault, times: number | 'always' = 1, on: SamCommandName | null = null): void {
    this.#faults.arm(kind, times, on);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  /** Tells of every command as it arrives. Returns the way to stop. */
  onCommand(watcher: (name: SamCommandName) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** What a decoding reader hands over for these chip bytes; null where it has not seen them. */
  pictureFor(key: Uint8Array): Uint8Array | null {
    const picture = this.#lastCard?.portrait.bytes;
    if (!picture) return null;
    return Buffer.from(portraitKey(portraitChipBytes(picture))).equals(key) ? picture : null;
  }

  /** Puts the module on a wire; give it what arrives. */
  wire(end: WireEnd): ModuleWire {
    return new ModuleWire({
      module: this.#module,
      faults: this.#faults,
      timers: this.#options.timers,
      reportBytes: this.#options.reportBytes ?? 1,
      end,
      onCommand: (name) => {
        for (const watcher of this.#watchers) watcher(name);
      },
    });
  }

  /** Speaks at the far end of a transport: a pty of a serial pair, a memory wire. Returns the way to let go. */
  async attachTo(transport: ByteTransport): Promise<Result<() => Promise<void>, DeviceTrouble>> {
    const opened = await transport.open();
    if (!opened.ok) return opened;
    const end: WireEnd = {
      send: (bytes) => void transport.write(bytes),
      drop: () => void transport.close(),
    };
    let wire = this.wire(end);
    const stopData = transport.onData((bytes) => wire.receive(bytes));
    const stopClose = transport.onClose(() => {
      wire.detach();
      wire = this.wire(end);
    });
    return ok(async () => {
      stopData();
      stopClose();
      wire.detach();
      await transport.close();
    });
  }
}
