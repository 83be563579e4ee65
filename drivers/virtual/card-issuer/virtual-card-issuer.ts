import { randomBytes } from 'node:crypto';
import type { Entropy } from '../../../src/ports/clock.ts';
import type { Outcome } from '../card-transport/answer-text.ts';
import type { CardIssuerFault } from '../card-transport/crt-faults.ts';
import type { PhysicalCard } from '../card-transport/physical-card.ts';
import {
  VirtualCardMachine,
  type VirtualCardMachineOptions,
} from '../card-transport/virtual-card-machine.ts';
import { factoryBlank } from '../social-card/blank-card-stock.ts';

export interface VirtualCardIssuerOptions extends VirtualCardMachineOptions {
  /** 0 or absent picks a free port on 127.0.0.1. */
  readonly port?: number;
  /** Blanks in the stack at the start; 20 by default. */
  readonly blanks?: number;
  /** Challenges of the blanks' chips; the system's by default. */
  readonly entropy?: Entropy;
}

const BLANKS = 20;
/** With so many or fewer left the sensor says `few`. */
const FEW = 5;
const STOCK_BYTES = { empty: 0x30, low: 0x31, enough: 0x32 } as const;
const EMPTY = 'A0';

/** A CRT-591 dispenser in one's hands: stack, chip station, gate and bin behind a wire. */
export class VirtualCardIssuer extends VirtualCardMachine<CardIssuerFault> {
  readonly #stack: PhysicalCard[] = [];
  readonly #challenges: (length: number) => Uint8Array;
  #loaded = 0;

  /** Without a port of its own: for `attachTo`. */
  constructor(options: VirtualCardIssuerOptions = {}) {
    super(options);
    const { entropy } = options;
    this.#challenges = entropy
      ? (length) => entropy.bytes(length)
      : (length) => Uint8Array.from(randomBytes(length));
    this.load(options.blanks ?? BLANKS);
  }

  /** Listens on 127.0.0.1; rejects when the port is taken. */
  static async start(options: VirtualCardIssuerOptions = {}): Promise<VirtualCardIssuer> {
    const issuer = new VirtualCardIssuer(options);
    await issuer.listen(options.port ?? 0);
    return issuer;
  }

  /** A technician puts this many blanks under the others; labels count from `blank-1`. */
  load(blanks: number): void {
    for (let added = 0; added < blanks; added += 1) {
      this.#loaded += 1;
      const chip = factoryBlank(this.#loaded, this.#challenges);
      this.#stack.push({ label: `blank-${this.#loaded}`, chip });
    }
    this.changed();
  }

  protected stack(): readonly PhysicalCard[] {
    return this.#stack;
  }

  protected stockByte(): number {
    if (this.#stack.length === 0 || this.faults.has('stack-empty')) return STOCK_BYTES.empty;
    const few = this.#stack.length <= FEW || this.faults.has('stack-low');
    return few ? STOCK_BYTES.low : STOCK_BYTES.enough;
  }

  protected async feed(): Promise<Outcome> {
    if (this.faults.has('stack-empty')) return { code: EMPTY };
    const blank = this.#stack.shift();
    if (blank === undefined) return { code: EMPTY };
    this.path.put(blank, 'path');
    return this.path.move(() => this.#stack.unshift(blank), 'ic', 'toChip');
  }

  /** A dispenser has no entry: it knows the command and does nothing. */
  protected setEntry(): Outcome {
    return {};
  }
}
