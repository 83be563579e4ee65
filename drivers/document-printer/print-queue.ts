import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { DocumentPrinterStatus, DocumentPrintTrouble } from '../../src/ports/document-printer.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { IppPrinter } from './ipp-printer.ts';
import { deviceTroubleOf, printTroubleOf } from './printer-reasons.ts';

/** How often a job at work is asked about, milliseconds. */
export const POLL_MS = 500;
/** A warm office printer takes 3 s a page, a cold one 30 s before the first. After this it is called dead. */
export const PRINT_MS = 180_000;
/** CUPS passes a cancelling on to the printer behind it within this, milliseconds. */
const PASS_ON_MS = 2_000;
/** A condition must be seen so often in a row: a queue may still tell the last job's. */
const SIGHTINGS = 3;

type PrintEnd = Result<void, DocumentPrintTrouble>;

/** One document: what is printed, how the queue names it, on what. */
export interface QueuedDocument {
  readonly pdf: Uint8Array;
  /** Seen by everybody who looks at the queue: nothing about a person. */
  readonly title: string;
  /** PWG 5101.1 name, such as `iso_a4_210x297mm`; null leaves it to the printer. */
  readonly media: string | null;
}

/**
 * One job at a time through a queue. Whatever ends without the word `completed` is cancelled there, and what could
 * not be cancelled, because the printer was away, is cancelled at the next chance: nobody's data stays in a queue.
 */
export class PrintQueue {
  readonly #printer: IppPrinter;
  readonly #timers: Timers;
  #last: Promise<unknown> = Promise.resolve();
  #mayHoldJob = true;
  #printing = false;

  constructor(printer: IppPrinter, timers: Timers) {
    this.#printer = printer;
    this.#timers = timers;
  }

  /** Paper, toner, cover and jam; `printer-stopped` and `queue-closed` are trouble. */
  async status(): Promise<Result<DocumentPrinterStatus, DeviceTrouble>> {
    const condition = await this.#printer.condition();
    if (!condition.ok) return condition;
    const trouble = deviceTroubleOf(condition.value);
    return trouble ? err(trouble) : ok(condition.value.status);
  }

  /** Whether the printer answers, takes PDF and has not been stopped. Clears away what an earlier start or a lost link left behind. */
  async check(): Promise<Result<void, DeviceTrouble>> {
    const condition = await this.#printer.condition();
    if (!condition.ok) return condition;
    if (!condition.value.takesPdf) return err(deviceTrouble('pdf-not-accepted', 'the queue takes no PDF'));
    if (this.#mayHoldJob && !this.#printing) {
      const swept = await this.#inTurn(() => this.#sweep(condition.value.cups));
      if (!swept.ok) return swept;
    }
    const trouble = deviceTroubleOf(condition.value);
    return trouble ? err(trouble) : ok(undefined);
  }

  print(document: QueuedDocument, signal: AbortSignal): Promise<PrintEnd> {
    return this.#inTurn(async () => {
      this.#printing = true;
      try {
        return await this.#print(document, signal);
      } finally {
        this.#printing = false;
      }
    });
  }

  /** Resolves when nothing is printing any more. */
  async idle(): Promise<void> {
    await this.#last;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #print({ pdf, title, media }: QueuedDocument, signal: AbortSignal): Promise<PrintEnd> {
    if (signal.aborted) return givenUp;
    const before = await this.#printer.condition();
    if (!before.ok) return before;
    const trouble = printTroubleOf(before.value);
    if (trouble) return err(trouble);
    if (signal.aborted) return givenUp;
    this.#mayHoldJob = true;
    const job = await this.#printer.submit(pdf, title, media);
    if (!job.ok) {
      // The answer may be lost and the job there all the same.
      await this.#sweep(before.value.cups);
      return job;
    }
    const end = await this.#follow(job.value, signal);
    await this.#clear(job.value, end.ok, before.value.cups);
    return end;
  }

  /** Asks about the job and, while it is not over, about the printer. */
  async #follow(job: number, signal: AbortSignal): Promise<PrintEnd> {
    const begun = this.#timers.elapsed();
    let seen = 0;
    while (!signal.aborted) {
      const condition = await this.#printer.job(job);
      if (!condition.ok) return condition;
      const { state, reasons } = condition.value;
      if (state === 'completed') return ok(undefined);
      if (state === 'canceled') return failed('canceled');
      const trouble = await this.#trouble();
      if (state === 'aborted') return trouble ? err(trouble) : failed(reasons[0] ?? 'aborted');
      seen = trouble ? seen + 1 : 0;
      if (trouble && seen >= SIGHTINGS) return err(trouble);
      if (this.#timers.elapsed() - begun >= PRINT_MS) {
        return err(deviceTrouble('timeout', `the document was not printed within ${PRINT_MS} ms`));
      }
      await this.#timers.sleep(POLL_MS, signal);
    }
    return givenUp;
  }

  async #trouble(): Promise<DocumentPrintTrouble | null> {
    const condition = await this.#printer.condition();
    return condition.ok ? printTroubleOf(condition.value) : condition.error;
  }

  /** Nothing of the job stays: not in the printer, not in a spool. */
  async #clear(job: number, completed: boolean, cups: boolean): Promise<void> {
    const cancelled = completed ? ok(undefined) : await this.#printer.cancel(job);
    this.#mayHoldJob = !cancelled.ok;
    if (!cups || !cancelled.ok) return;
    // Purged at once, CUPS would end its program before that has cancelled the job in the printer behind.
    if (!completed) await this.#timers.sleep(PASS_ON_MS);
    const purged = await this.#printer.cancel(job, true);
    this.#mayHoldJob = !purged.ok;
  }

  /** Clears away every job of this kiosk; in a spool also those that are over. */
  async #sweep(cups: boolean): Promise<Result<void, DeviceTrouble>> {
    const jobs = await this.#printer.ownJobs(cups ? 'all' : 'not-completed');
    if (!jobs.ok) return jobs;
    for (const job of jobs.value) {
      const cancelled = await this.#printer.cancel(job);
      if (!cancelled.ok) return cancelled;
    }
    if (cups && jobs.value.length > 0) await this.#timers.sleep(PASS_ON_MS);
    for (const job of cups ? jobs.value : []) {
      const purged = await this.#printer.cancel(job, true);
      if (!purged.ok) return purged;
    }
    this.#mayHoldJob = false;
    return ok(undefined);
  }
}

const failed = (code: string): PrintEnd => err({ kind: 'job-failed', code });
/** The caller's signal: the resident went or the flow moved on. */
const givenUp = failed('given-up');
