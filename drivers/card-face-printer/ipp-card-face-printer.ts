import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type {
  CardFace,
  CardFacePrinter,
  DocumentPrinterStatus,
  DocumentPrintTrouble,
} from '../../src/ports/document-printer.ts';
import { err, type Result } from '../../src/result.ts';
import { type LoadedFont, loadFont, NOTO_SANS_CJK_SC } from '../document-printer/document-font.ts';
import { IppConnection } from '../document-printer/ipp-connection.ts';
import { type IppPrinterOptions, queueUser } from '../document-printer/ipp-document-printer.ts';
import { IppPrinter } from '../document-printer/ipp-printer.ts';
import { PrintQueue } from '../document-printer/print-queue.ts';
import { cardFacePdf } from './card-face-pdf.ts';

/** In queues and page logs; says nothing about the holder. */
const JOB_TITLE = 'yikatong-card-face';

/** The issuer's card printer behind a CUPS queue; the size of the medium is the page's own. */
export class IppCardFacePrinter implements CardFacePrinter {
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

  probe(): Promise<Result<void, DeviceTrouble>> {
    return this.#queue.check();
  }

  /** Beyond the port: the ribbon is `toner`; a card printer without a card under its head tells `paper` `out`. */
  status(): Promise<Result<DocumentPrinterStatus, DeviceTrouble>> {
    return this.#queue.status();
  }

  async printFace(face: CardFace, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>> {
    if (!this.#font) return err(deviceTrouble('link-lost', 'the printer is not opened'));
    const pdf = await cardFacePdf(face, this.#font, this.#options.timers.now());
    if (!pdf.ok) return pdf;
    const given = AbortSignal.any([signal, this.#closing.signal]);
    return this.#queue.print({ pdf: pdf.value, title: JOB_TITLE, media: null }, given);
  }

  /** A face at work is given up and cancelled in the queue first. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#queue.idle();
    this.#font = null;
  }
}
