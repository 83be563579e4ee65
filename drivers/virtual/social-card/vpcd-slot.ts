import { connect, type Socket } from 'node:net';
import type { Timers } from '../../../src/ports/clock.ts';
import { CardSession, type InsertedCard } from './card-session.ts';
import type { CardFaults, CardSpec } from './card-spec.ts';
import { makeCard } from './make-card.ts';
import type { Challenges } from './virtual-card.ts';
import type { SlotStatus, VirtualCardSlot } from './virtual-card-slot.ts';

/** vpcd listens on 35963 for reader "Virtual PCD 00 00" and on 35964 for "Virtual PCD 00 01" (protocols 5.1). */
export const VPCD_PORT = 35_963;

/** A card that is in stays in while pcscd restarts: this often the slot looks whether it is back. */
const RECONNECT_MS = 200;
/**
 * pcscd looks into a reader every 400 ms. A card that is swapped faster than that, after one that was pulled in
 * mid-APDU, stays unseen for good; no hand is as quick.
 */
const EMPTY_AT_LEAST_MS = 600;
const NOBODY_LISTENS = 'vpcd does not listen';

/** Puts cards into a reader of vpcd: to be connected is to be in the slot. */
export class VpcdSlot implements VirtualCardSlot {
  readonly #port: number;
  readonly #timers: Timers;
  readonly #challenges: Challenges;
  #inserted: (InsertedCard & { readonly kind: CardSpec['kind'] }) | null = null;
  #wire: { readonly socket: Socket; readonly session: CardSession } | null = null;
  #reconnecting: Promise<void> = Promise.resolve();
  #emptySince = Number.NEGATIVE_INFINITY;

  constructor(port: number, timers: Timers, challenges: Challenges) {
    this.#port = port;
    this.#timers = timers;
    this.#challenges = challenges;
  }

  /** Rejects where vpcd does not listen. */
  async insert(spec: CardSpec, faults: CardFaults): Promise<void> {
    await this.pull();
    const stillEmpty = this.#emptySince + EMPTY_AT_LEAST_MS - this.#timers.now();
    if (stillEmpty > 0) await this.#timers.sleep(stillEmpty);
    const inserted = { card: makeCard(spec, this.#challenges), faults, apdus: 0, kind: spec.kind };
    this.#inserted = inserted;
    try {
      await this.#connect(inserted);
    } catch (error) {
      this.#inserted = null;
      throw error;
    }
  }

  async pull(): Promise<void> {
    await this.#wire?.session.settled();
    this.#eject();
  }

  status(): SlotStatus {
    return {
      card: this.#inserted?.kind ?? null,
      apdus: this.#inserted?.apdus ?? 0,
      connected: this.#wire !== null,
    };
  }

  async close(): Promise<void> {
    await this.pull();
    await this.#reconnecting;
  }

  #eject(): void {
    if (this.#inserted !== null) this.#emptySince = this.#timers.now();
    this.#inserted = null;
    this.#wire?.socket.destroy();
    this.#wire = null;
  }

  #connect(inserted: InsertedCard): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: this.#port, noDelay: true });
      const session = new CardSession(
        () => inserted,
        { write: (bytes) => socket.write(bytes), pull: () => this.#eject() },
        this.#timers,
      );
      socket.on('data', (bytes) => session.receive(bytes));
      socket.once('connect', () => {
        if (socket.localPort === this.#port) {
          // Nobody listened, and the kernel joined the socket to itself: that would keep vpcd off its own port.
          socket.destroy(new Error(NOBODY_LISTENS));
          return;
        }
        this.#wire = { socket, session };
        resolve();
      });
      socket.on('error', reject);
      socket.on('close', () => {
        session.abandon();
        this.#lost(socket, inserted);
      });
    });
  }

  #lost(socket: Socket, inserted: InsertedCard): void {
    if (this.#wire?.socket !== socket) return;
    this.#wire = null;
    inserted.card.reset();
    this.#reconnecting = this.#reconnect(inserted);
  }

  async #reconnect(inserted: InsertedCard): Promise<void> {
    while (this.#inserted === inserted && this.#wire === null) {
      await this.#timers.sleep(RECONNECT_MS);
      if (this.#inserted !== inserted) return;
      await this.#connect(inserted).catch((error: Error) => {
        // Refused while pcscd is away: the next round tries again.
        if (!('code' in error) && error.message !== NOBODY_LISTENS) throw error;
      });
    }
  }
}
