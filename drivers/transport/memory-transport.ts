import type { DeviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport, Unsubscribe } from './byte-transport.ts';
import { LinkEvents } from './link-events.ts';
import { linkLost } from './transport-trouble.ts';

/** One end of a wire inside the process, for unit tests and the simulation: same contract as TCP. */
export class MemoryTransport implements ByteTransport {
  readonly name: string;
  readonly #events = new LinkEvents();
  #peer: MemoryTransport | null = null;
  #open = false;

  constructor(name: string) {
    this.name = name;
  }

  /** Two ends of one wire. Opening one end opens the other, closing one is felt as `link-lost` at the other. */
  static pair(name = 'memory:wire'): [MemoryTransport, MemoryTransport] {
    const near = new MemoryTransport(name);
    const far = new MemoryTransport(`${name}-far`);
    near.#peer = far;
    far.#peer = near;
    return [near, far];
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    this.#open = true;
    if (this.#peer) this.#peer.#open = true;
    return ok(undefined);
  }

  async write(bytes: Uint8Array): Promise<Result<void, DeviceTrouble>> {
    const peer = this.#peer;
    if (!this.#open || !peer) return err(linkLost(this.name));
    const copy = Uint8Array.from(bytes);
    queueMicrotask(() => {
      if (peer.#open) peer.#events.emitData(copy);
    });
    return ok(undefined);
  }

  onData(listener: (bytes: Uint8Array) => void): Unsubscribe {
    return this.#events.onData(listener);
  }

  onClose(listener: (trouble: DeviceTrouble) => void): Unsubscribe {
    return this.#events.onClose(listener);
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.#peer?.feelEnd();
  }

  /** The other end was closed. */
  feelEnd(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#events.emitClose(linkLost(this.name));
  }
}
