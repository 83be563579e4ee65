/** A file's bytes: grows by doubling; beyond its size there are zeros, as in a hole. */
export class GrowingBytes {
  #buffer = new Uint8Array(4096);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The bytes themselves, until the next change. */
  get content(): Uint8Array {
    return this.#buffer.subarray(0, this.#size);
  }

  slice(start: number, end: number): Uint8Array {
    return this.#buffer.subarray(start, Math.min(end, this.#size));
  }

  write(offset: number, bytes: Uint8Array): void {
    const end = offset + bytes.length;
    if (end > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#buffer.length));
      larger.set(this.content);
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, offset);
    if (end > this.#size) this.#size = end;
  }

  truncate(size: number): void {
    if (size < this.#size) this.#buffer.fill(0, size, this.#size);
    else this.write(size, new Uint8Array(0));
    this.#size = size;
  }

  flip(offset: number): void {
    const held = this.#buffer[offset];
    if (held !== undefined && offset < this.#size) this.#buffer[offset] = held ^ 0xff;
  }
}
