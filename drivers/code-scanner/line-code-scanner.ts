import type { Timers } from '../../src/ports/clock.ts';
import type { CodeScanner, ScannedCode } from '../../src/ports/code-scanner.ts';
import { type Aborted, aborted, type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { type CodeEvent, CodeLineParser } from './code-line-parser.ts';

export interface LineCodeScannerOptions {
  /** Serial or TCP; the driver opens and closes it. */
  readonly transport: ByteTransport;
  readonly timers: Timers;
}

type Scan = Result<ScannedCode, DeviceTrouble | Aborted>;

/**
 * A scanner that sends each code as a line of text. Codes are neither parsed nor logged nor kept (protocols 4): no
 * message of this driver holds a byte of one.
 */
export class LineCodeScanner implements CodeScanner {
  readonly #transport: ByteTransport;
  readonly #timers: Timers;
  readonly #parser = new CodeLineParser();
  #open = false;
  #waiting: ((scan: Scan) => void) | null = null;

  constructor({ transport, timers }: LineCodeScannerOptions) {
    this.#transport = transport;
    this.#timers = timers;
    transport.onData((bytes) => {
      for (const event of this.#parser.push(bytes, timers.now())) this.#take(event);
    });
    transport.onClose((trouble) => {
      this.#open = false;
      this.#parser.forget();
      this.#waiting?.(err(trouble));
    });
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    const opened = await this.#transport.open();
    this.#open = opened.ok;
    return opened;
  }

  /** A scanner of this kind takes no questions: as long as its link stands it counts as well. */
  async probe(): Promise<Result<void, DeviceTrouble>> {
    return this.#open ? ok(undefined) : err(this.#closed());
  }

  async scan(signal: AbortSignal): Promise<Scan> {
    if (signal.aborted) return err(aborted);
    if (!this.#open) return err(this.#closed());
    if (this.#waiting) return err(deviceTrouble('scan-in-progress', 'one code is already waited for'));
    this.#parser.discard(this.#timers.now());
    const giveUp = (): void => this.#waiting?.(err(aborted));
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      return await new Promise<Scan>((resolve) => {
        this.#waiting = resolve;
      });
    } finally {
      this.#waiting = null;
      signal.removeEventListener('abort', giveUp);
    }
  }

  async close(): Promise<void> {
    this.#open = false;
    this.#parser.forget();
    this.#waiting?.(err(this.#closed()));
    await this.#transport.close();
  }

  /** With nobody waiting a code is dropped. */
  #take(event: CodeEvent): void {
    if (event.kind === 'code') this.#waiting?.(ok(event.text as ScannedCode));
    else this.#waiting?.(err(deviceTrouble(event.reason, 'the scanner sent a line that is no code')));
  }

  #closed(): DeviceTrouble {
    return deviceTrouble('link-lost', `${this.#transport.name}: the scanner is not connected`);
  }
}
