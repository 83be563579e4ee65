import type { DeviceTrouble } from '../../src/ports/device-status.ts';
import type { Unsubscribe } from './byte-transport.ts';

/** The two sets of listeners every transport keeps over its openings. */
export class LinkEvents {
  readonly #data = new Set<(bytes: Uint8Array) => void>();
  readonly #close = new Set<(trouble: DeviceTrouble) => void>();

  onData(listener: (bytes: Uint8Array) => void): Unsubscribe {
    this.#data.add(listener);
    return () => this.#data.delete(listener);
  }

  onClose(listener: (trouble: DeviceTrouble) => void): Unsubscribe {
    this.#close.add(listener);
    return () => this.#close.delete(listener);
  }

  emitData(bytes: Uint8Array): void {
    for (const listener of [...this.#data]) listener(bytes);
  }

  emitClose(trouble: DeviceTrouble): void {
    for (const listener of [...this.#close]) listener(trouble);
  }
}
