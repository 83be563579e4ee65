import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { PrintTrouble, ReceiptPrinter, ReceiptPrinterStatus } from '../../src/ports/receipt-printer.ts';
import type { PaperReceipt } from '../../src/receipt/paper-receipt.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ByteTransport } from '../transport/byte-transport.ts';
import { CLEAR_BUFFER, encodeReceipt, isPrintableQr, NO_AUTOMATIC_STATUS } from './escpos-encoder.ts';
import { printTroubleOf } from './printer-status.ts';
import { layOutReceipt, type PaperColumns } from './receipt-layout.ts';
import { StatusWire } from './status-wire.ts';

export interface ReceiptPrinterOptions {
  /** TCP 9100 or serial; the driver opens and closes it. */
  readonly transport: ByteTransport;
  /** 32 on 58 mm paper, 48 on 80 mm. */
  readonly columns: PaperColumns;
  readonly timers: Timers;
}

/** How often a printer at work is asked for its health, milliseconds. */
const POLL_MS = 500;
/** A long receipt at 60 mm/s takes 5 s; a hot head may pause. After this it is called dead, milliseconds. */
const PRINT_MS = 30_000;

/** ESC/POS receipt printer with DLE EOT status (protocols.md 3.2). One thing at a time; reconnects only in `open`. */
export class ReceiptPrinterDriver implements ReceiptPrinter {
  readonly #options: ReceiptPrinterOptions;
  #wire: StatusWire | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ReceiptPrinterOptions) {
    this.#options = options;
  }

  open(): Promise<Result<void, DeviceTrouble>> {
    return this.#inTurn(async () => {
      const { transport, timers } = this.#options;
      const opened = await transport.open();
      if (!opened.ok) return opened;
      this.#wire ??= new StatusWire(transport, timers);
      const quiet = await transport.write(NO_AUTOMATIC_STATUS);
      if (!quiet.ok) return quiet;
      const answered = await this.#status();
      return answered.ok ? ok(undefined) : answered;
    });
  }

  /** Whether the printer answers. Empty paper or an open cover is for `status`: the device itself is well. */
  async probe(): Promise<Result<void, DeviceTrouble>> {
    const answered = await this.status();
    return answered.ok ? ok(undefined) : answered;
  }

  status(): Promise<Result<ReceiptPrinterStatus, DeviceTrouble>> {
    return this.#inTurn(() => this.#status());
  }

  print(receipt: PaperReceipt): Promise<Result<void, PrintTrouble>> {
    return this.#inTurn(() => this.#print(receipt));
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#letGo());
  }

  /** A status question in the middle of a receipt would take that receipt's answers. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #status(): Promise<Result<ReceiptPrinterStatus, DeviceTrouble>> {
    const condition = await this.#condition();
    if (!condition.ok) return condition;
    const trouble = printTroubleOf(condition.value);
    if (trouble?.kind === 'device' && trouble.code === 'unrecoverable-error') return err(trouble);
    return ok(condition.value.status);
  }

  /** After silence or nonsense the link is dropped, so that a late answer can't be taken for the next one's. */
  async #condition() {
    if (!this.#wire) return err(deviceTrouble('link-lost', 'the printer is not connected'));
    const condition = await this.#wire.askCondition();
    if (!condition.ok) await this.#letGo();
    return condition;
  }

  async #print(receipt: PaperReceipt): Promise<Result<void, PrintTrouble>> {
    if (receipt.qr !== null && !isPrintableQr(receipt.qr)) {
      return err(deviceTrouble('qr-not-printable', 'the QR text is not short ASCII'));
    }
    const before = await this.#trouble();
    if (before) return err(before);
    const { columns } = this.#options;
    const during = await this.#send(encodeReceipt(layOutReceipt(receipt, columns), columns));
    if (during) {
      // What is still buffered must not come out in front of the next resident.
      await this.#options.transport.write(CLEAR_BUFFER);
      // An answer to a later question proves that the clearing has arrived.
      await this.#condition();
      return err(during);
    }
    const after = await this.#trouble();
    return after ? err(after) : ok(undefined);
  }

  async #trouble(): Promise<PrintTrouble | null> {
    const condition = await this.#condition();
    return condition.ok ? printTroubleOf(condition.value) : condition.error;
  }

  /** Sends the bytes and waits for the printer to say that it is through; null when it was. */
  async #send(bytes: Uint8Array): Promise<PrintTrouble | null> {
    const { transport, timers } = this.#options;
    const wire = this.#wire;
    if (!wire) return deviceTrouble('link-lost', 'the printer is not connected');
    let heard = false;
    const through = wire.expectThrough().then((answer) => {
      heard = answer.ok;
      return answer;
    });
    try {
      // A stopped printer takes no more bytes: the write is watched together with the health.
      const written = transport.write(bytes).then((result) => (result.ok ? through : result));
      const begun = timers.elapsed();
      while (timers.elapsed() - begun < PRINT_MS) {
        const waker = new AbortController();
        const tick = timers.sleep(POLL_MS, waker.signal).then(() => null);
        const answer = await Promise.race([written, tick]);
        waker.abort();
        if (answer) return answer.ok ? null : answer.error;
        const trouble = await this.#trouble();
        if (trouble && !heard) return trouble;
      }
      return deviceTrouble('timeout', `the receipt was not through within ${PRINT_MS} ms`);
    } finally {
      wire.forgetThrough();
    }
  }

  async #letGo(): Promise<void> {
    this.#wire?.dispose();
    this.#wire = null;
    await this.#options.transport.close();
  }
}
