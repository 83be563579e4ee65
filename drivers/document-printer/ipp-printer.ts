import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { IppConnection } from './ipp-connection.ts';
import { IPP_GROUP, type IppMessage, valuesOf } from './ipp-message.ts';
import { type PrinterCondition, readCondition } from './printer-reasons.ts';

/** `job-state` (RFC 8011 §5.3.7). */
export type JobState = 'waiting' | 'printing' | 'canceled' | 'aborted' | 'completed';
const JOB_STATES: ReadonlyMap<unknown, JobState> = new Map<unknown, JobState>([
  [3, 'waiting'],
  [4, 'waiting'],
  [5, 'printing'],
  [6, 'printing'],
  [7, 'canceled'],
  [8, 'aborted'],
  [9, 'completed'],
]);

export interface JobCondition {
  readonly state: JobState;
  /** Keywords such as `document-format-error`. */
  readonly reasons: readonly string[];
}

/** Statuses from here on are refusals (RFC 8011 §B.1). */
const REFUSED = 0x0400;
const NOT_POSSIBLE = 0x0404;
const NOT_FOUND = 0x0406;
/** Codes for what happens in the field; others are told by number. */
const REFUSALS: ReadonlyMap<number, string> = new Map([
  [0x0401, 'queue-denied'],
  [0x0402, 'queue-denied'],
  [0x0403, 'queue-denied'],
  [NOT_POSSIBLE, 'not-possible'],
  [NOT_FOUND, 'not-found'],
  [0x040a, 'pdf-not-accepted'],
  [0x0506, 'queue-closed'],
  [0x0507, 'printer-busy'],
]);

/** The few operations of a printer that a kiosk needs, as questions with typed answers. */
export class IppPrinter {
  readonly #connection: IppConnection;

  constructor(connection: IppConnection) {
    this.#connection = connection;
  }

  async condition(): Promise<Result<PrinterCondition, DeviceTrouble>> {
    const answer = granted(await this.#connection.ask({ name: 'Get-Printer-Attributes' }));
    if (!answer.ok) return answer;
    // An answer without a state is some other server's.
    if (typeof valuesOf(answer.value, IPP_GROUP.printer, 'printer-state')[0] !== 'number') {
      return err(deviceTrouble('bad-answer', 'the printer does not tell its state'));
    }
    return ok(readCondition(answer.value));
  }

  /** Hands the document over; gives the job's number. */
  async submit(pdf: Uint8Array, title: string, media: string | null): Promise<Result<number, DeviceTrouble>> {
    const answer = granted(await this.#connection.ask({ name: 'Print-Job', title, media, pdf }));
    if (!answer.ok) return answer;
    const job = valuesOf(answer.value, IPP_GROUP.job, 'job-id')[0];
    return typeof job === 'number' && job > 0
      ? ok(job)
      : err(deviceTrouble('bad-answer', 'the job has no number'));
  }

  async job(job: number): Promise<Result<JobCondition, DeviceTrouble>> {
    const answer = granted(await this.#connection.ask({ name: 'Get-Job-Attributes', job }));
    if (!answer.ok) return answer;
    const state = JOB_STATES.get(valuesOf(answer.value, IPP_GROUP.job, 'job-state')[0]);
    if (!state) return err(deviceTrouble('bad-answer', 'the job has no state'));
    const reasons = valuesOf(answer.value, IPP_GROUP.job, 'job-state-reasons');
    return ok({ state, reasons: reasons.filter((reason) => typeof reason === 'string') });
  }

  /**
   * Ends a job; `purge` also takes the files of an ended one out of a CUPS spool. A job that is already over or
   * unknown is no trouble.
   */
  async cancel(job: number, purge = false): Promise<Result<void, DeviceTrouble>> {
    const answer = await this.#connection.ask({ name: 'Cancel-Job', job, purge });
    if (answer.ok && [NOT_POSSIBLE, NOT_FOUND].includes(answer.value.code)) return ok(undefined);
    const done = granted(answer);
    return done.ok ? ok(undefined) : done;
  }

  /** Numbers of this kiosk's jobs. Not every printer heeds `my-jobs`. */
  async ownJobs(which: 'not-completed' | 'all'): Promise<Result<readonly number[], DeviceTrouble>> {
    const answer = granted(await this.#connection.ask({ name: 'Get-Jobs', which }));
    if (!answer.ok) return answer;
    const own = answer.value.groups.filter(
      ({ tag, attributes }) =>
        tag === IPP_GROUP.job && attributes.get('job-originating-user-name')?.[0] === this.#connection.user,
    );
    const numbers = own.map(({ attributes }) => attributes.get('job-id')?.[0]);
    return ok(numbers.filter((number) => typeof number === 'number'));
  }
}

function granted(answer: Result<IppMessage, DeviceTrouble>): Result<IppMessage, DeviceTrouble> {
  if (!answer.ok || answer.value.code < REFUSED) return answer;
  const { code } = answer.value;
  const hex = code.toString(16).padStart(4, '0');
  return err(deviceTrouble(REFUSALS.get(code) ?? `ipp-${hex}`, `the printer refused with IPP status ${hex}`));
}
