import { hostname } from 'node:os';
import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type {
  DocumentPrinter,
  DocumentPrinterStatus,
  DocumentPrintTrouble,
  PrintedDocument,
} from '../../src/ports/document-printer.ts';
import { err, type Result } from '../../src/result.ts';
import { type DocumentFont, type LoadedFont, loadFont, NOTO_SANS_CJK_SC } from './document-font.ts';
import { documentPdf } from './document-pdf.ts';
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
export const queueUser = (user: string | undefined): string => user ?? `yikatong@${hostname()}`;

/** In queues and page logs instead of the document's own title, which may say too much. */
const JOB_TITLE = 'yikatong-document';
const A4_MEDIA = 'iso_a4_210x297mm';

/** A4 over IPP (RFC 8010, 8011). Nothing is kept open between questions; `open` loads the font and asks the queue. */
export class IppDocumentPrinter implements DocumentPrinter {
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

  async print(document: PrintedDocument, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>> {
    if (!this.#font) return err(deviceTrouble('link-lost', 'the printer is not opened'));
    const pdf = await documentPdf(document, this.#font, this.#options.timers.now());
    const given = AbortSignal.any([signal, this.#closing.signal]);
    return this.#queue.print({ pdf, title: JOB_TITLE, media: A4_MEDIA }, given);
  }

  /** A document at work is given up and cancelled in the queue first. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#queue.idle();
    this.#font = null;
  }
}
