import { createServer, type Server, type Socket } from 'node:net';
import type { Timers } from '../../../src/ports/clock.ts';
import { encodeFrame } from '../../social-card/direct/frames.ts';
import { CardSession, type InsertedCard } from './card-session.ts';
import type { CardFaults, CardSpec } from './card-spec.ts';
import { makeCard } from './make-card.ts';
import type { Challenges } from './virtual-card.ts';
import type { SlotStatus, VirtualCardSlot } from './virtual-card-slot.ts';

/**
 * Between two cards the slot stands empty for as long as a hand takes, at least: the driver asks every 100 ms, and
 * a swap it does not see leaves a resident waiting for ever to take out a card that is gone.
 */
const EMPTY_AT_LEAST_MS = 300;

/**
 * The slot for machines without pcscd: the driver connects here and speaks vpcd's frames. An empty answer means
 * that no card is in.
 */
export class DirectListener implements VirtualCardSlot {
  readonly #timers: Timers;
  readonly #challenges: Challenges;
  readonly #server: Server;
  readonly #sockets = new Map<Socket, CardSession>();
  #inserted: (InsertedCard & { readonly kind: CardSpec['kind'] }) | null = null;
  #emptySince = Number.NEGATIVE_INFINITY;

  constructor(timers: Timers, challenges: Challenges) {
    this.#timers = timers;
    this.#challenges = challenges;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  /** Listens on this machine only; port 0 takes a free one. Resolves to the port. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        const address = this.#server.address();
        if (address === null || typeof address === 'string') reject(new Error('no TCP address'));
        else resolve(address.port);
      });
    });
  }

  async insert(spec: CardSpec, faults: CardFaults): Promise<void> {
    await this.pull();
    const stillEmpty = this.#emptySince + EMPTY_AT_LEAST_MS - this.#timers.now();
    if (stillEmpty > 0) await this.#timers.sleep(stillEmpty);
    this.#inserted = { card: makeCard(spec, this.#challenges), faults, apdus: 0, kind: spec.kind };
  }

  async pull(): Promise<void> {
    for (const session of this.#sockets.values()) await session.settled();
    this.#eject();
  }

  status(): SlotStatus {
    return {
      card: this.#inserted?.kind ?? null,
      apdus: this.#inserted?.apdus ?? 0,
      connected: this.#sockets.size > 0,
    };
  }

  #eject(): void {
    if (this.#inserted !== null) this.#emptySince = this.#timers.now();
    this.#inserted = null;
  }

  close(): Promise<void> {
    this.#inserted = null;
    for (const socket of this.#sockets.keys()) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    const wire = {
      write: (bytes: Uint8Array) => socket.write(bytes),
      pull: () => {
        this.#eject();
        socket.write(encodeFrame(new Uint8Array()));
      },
    };
    const session = new CardSession(() => this.#inserted, wire, this.#timers);
    this.#sockets.set(socket, session);
    socket.on('data', (bytes) => session.receive(bytes));
    socket.on('close', () => {
      this.#sockets.delete(socket);
      session.abandon();
    });
    // A driver that went away: `close` follows.
    socket.on('error', () => socket.destroy());
  }
}
