import { type CodeScanner, LONGEST_CODE, type ScannedCode } from '../../ports/code-scanner.ts';
import { type Aborted, aborted, type DeviceTrouble, deviceTrouble } from '../../ports/device-status.ts';
import type {
  CardFace,
  CardFacePrinter,
  DocumentPrinter,
  DocumentPrinterStatus,
  DocumentPrintTrouble,
  PrintedDocument,
} from '../../ports/document-printer.ts';
import { err, ok, type Result } from '../../result.ts';

/** A device that can be opened, closed and lost; what is common to the doubles below. */
class MemoryDevice {
  /** The cable is out, the queue is gone: what every call answers until it is null again. */
  gone: DeviceTrouble | null = null;
  #open = false;

  async open(): Promise<Result<void, DeviceTrouble>> {
    if (this.gone) return err(this.gone);
    this.#open = true;
    return ok(undefined);
  }

  async probe(): Promise<Result<void, DeviceTrouble>> {
    const trouble = this.away();
    return trouble ? err(trouble) : ok(undefined);
  }

  async close(): Promise<void> {
    this.#open = false;
  }

  protected away(): DeviceTrouble | null {
    if (this.gone) return this.gone;
    return this.#open ? null : deviceTrouble('link-lost', 'the device is not opened');
  }
}

const IN_ORDER: DocumentPrinterStatus = { paper: 'full', toner: 'full', cover: 'closed', jammed: false };

/** A printer's sensors and its queue of one. */
class MemoryQueue extends MemoryDevice {
  condition: DocumentPrinterStatus = IN_ORDER;
  /** How the next jobs end, whatever the sensors say. */
  ending: DocumentPrintTrouble | null = null;
  /** Takes a job and never finishes it: the caller's signal ends it. */
  late = false;

  async status(): Promise<Result<DocumentPrinterStatus, DeviceTrouble>> {
    const trouble = this.gone;
    return trouble ? err(trouble) : ok(this.condition);
  }

  protected async end(signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>> {
    const trouble = this.away() ?? this.#sensed() ?? this.ending;
    if (trouble && !signal.aborted) return err(trouble);
    if (this.late) await fired(signal);
    return signal.aborted ? err({ kind: 'job-failed', code: 'given-up' }) : ok(undefined);
  }

  #sensed(): DocumentPrintTrouble | null {
    if (this.condition.cover === 'open') return { kind: 'cover-open' };
    if (this.condition.jammed) return { kind: 'jammed' };
    if (this.condition.paper === 'out') return { kind: 'paper-out' };
    return this.condition.toner === 'out'
      ? deviceTrouble('toner-out', 'the printer has no toner left')
      : null;
  }
}

/** A document printer in memory: same contract as the one over IPP, no device behind it. */
export class MemoryDocumentPrinter extends MemoryQueue implements DocumentPrinter {
  readonly printed: PrintedDocument[] = [];

  async print(document: PrintedDocument, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>> {
    const end = await this.end(signal);
    if (end.ok) this.printed.push(document);
    return end;
  }
}

/** A card face printer in memory. */
export class MemoryCardFacePrinter extends MemoryQueue implements CardFacePrinter {
  readonly faces: CardFace[] = [];

  async printFace(face: CardFace, signal: AbortSignal): Promise<Result<void, DocumentPrintTrouble>> {
    const end = await this.end(signal);
    if (end.ok) this.faces.push(face);
    return end;
  }
}

/** A code scanner in memory: `show` holds a code to it. */
export class MemoryCodeScanner extends MemoryDevice implements CodeScanner {
  #waiting: ((scan: Result<ScannedCode, DeviceTrouble | Aborted>) => void) | null = null;

  /** With nobody waiting the code is dropped. */
  show(text: string): void {
    const sound = text !== '' && [...text].length <= LONGEST_CODE;
    this.#waiting?.(sound ? ok(text as ScannedCode) : err(deviceTrouble('code-too-long', 'no code')));
  }

  /** The cable is pulled. */
  lose(trouble: DeviceTrouble): void {
    this.gone = trouble;
    this.#waiting?.(err(trouble));
  }

  async scan(signal: AbortSignal): Promise<Result<ScannedCode, DeviceTrouble | Aborted>> {
    if (signal.aborted) return err(aborted);
    const trouble = this.away();
    if (trouble) return err(trouble);
    if (this.#waiting) return err(deviceTrouble('scan-in-progress', 'one code is already waited for'));
    try {
      return await new Promise((resolve) => {
        this.#waiting = resolve;
        signal.addEventListener('abort', () => resolve(err(aborted)), { once: true });
      });
    } finally {
      this.#waiting = null;
    }
  }

  override async close(): Promise<void> {
    await super.close();
    this.#waiting?.(err(deviceTrouble('link-lost', 'the scanner was closed')));
  }
}

function fired(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
