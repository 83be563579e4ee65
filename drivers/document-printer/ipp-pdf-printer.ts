import { hostname } from 'node:os';
import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble, type ManagedDevice } from '../../src/ports/device-status.ts';
import type { DocumentPrinterStatus, DocumentPrintTrouble } from '../../src/ports/document-printer.ts';
import { err, type Result } from '../../src/result.ts';
import { type DocumentFont, type LoadedFont, loadFont, NOTO_SANS_CJK_SC } from './document-font.ts';
import { IppConnection } from './ipp-connection.ts';
import { IppPrinter } from './ipp-printer.ts';
import { PrintQueue } from './print-queue.ts';

export interface IppPrinterOptions {
  /** `ipp://host[:631]/printers/NAME`: a CUPS queue or the printer itself. */
  readonly address: string;
  readonly timers: Timers;
  /** Noto Sans CJK SC where left out. */
  readonly font?: DocumentFont;
  /** Whose jobs they are in the queue. Two kiosks at one queue must have two names; the host's where left out. */
  readonly user?: string;
}

/** Owner of this machine's jobs in a queue. */
const queueUser = (user: string | undefined): string => user ?? `yikatong@${hostname()}`;

interface PdfJob {
  /** In queues and page logs: says nothing about whose paper it is. */
  readonly title: string;
  /** Name of the medium (PWG 5101.1); null where the page's own size is. */
  readonly media: string | null;
  readonly typeset: (font: LoadedFont, now: number) => Promise<Result<Uint8Array, DocumentPrintTrouble>>;
}

/**
 * What prints PDFs with its font inside over IPP (RFC 8010, 8011), paper or card. Nothing is kept open between
 * questions; `open` loads the font and asks the queue.
 */
export class IppPdfPrinter implements ManagedDevice {
  readonly #options: IppPrinterOptions;
  readonly #queue: PrintQueue;
  #font: LoadedFont | null = null;
  #closing = new AbortController();

  constructor(options: IppPrinterOptions) {
    this.#options = options;
    const connection = new IppConnection(options.address, queueUser(options.user), options.timers);
    this.#queue = new PrintQueue(new IppPrinter(connection), options.timers);
  }

  async open(): Promise<Result<void, DeviceTrouble>> {
    if (this.#closing.signal.aborted) this.#closing = new AbortController();
    if (!this.#font) {
      const font = await loadFont(this.#options.font ?? NOTO_SANS_CJK_SC);
      if (!font.ok) return font;
      this.#font = font.value;
    }
    return this.#queue.check();
  }

  /** Whether the queue answers. Empty paper or an open cover is for `status`: the device itself is well. */
  probe(): Promise<Result<void, DeviceTrouble>> {
    return this.#queue.check();
  }

  status(): Promise<Result<DocumentPrinterStatus, DeviceTrouble>> {
    return this.#queue.status();
  }

  /** A job at work is given up and cancelled in the queue first. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#queue.idle();
    this.#font = null;
  }

  protected async submit(
    { title, media, typeset }: PdfJob,
    signal: AbortSignal,
  ): Promise<Result<void, DocumentPrintTrouble>> {
    if (!this.#font) return err(deviceTrouble('link-lost', 'the printer is not opened'));
    const pdf = await typeset(this.#font, this.#options.timers.now());
    if (!pdf.ok) return pdf;
    const given = AbortSignal.any([signal, this.#closing.signal]);
    return this.#queue.print({ pdf: pdf.value, title, media }, given);
  }
}
