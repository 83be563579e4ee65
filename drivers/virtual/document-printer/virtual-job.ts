import type { AnswerGroup } from './ipp-answer.ts';
import { type IppPrinterFault, isStopped } from './printer-faults.ts';

/** `job-state` (RFC 8011 §5.3.7). */
const STATE = { pending: 3, processing: 5, stopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;

/** A document that came out. */
export interface PrintedPdf {
  readonly pdf: Uint8Array;
  /** As the queue showed it. */
  readonly title: string;
  readonly user: string;
}

/** A job in the printer's queue; it moves on when it is asked about, so that no clock is needed. */
export class VirtualJob {
  readonly id: number;
  readonly title: string;
  readonly user: string;
  #pdf: Uint8Array | null;
  #state: (typeof STATE)[keyof typeof STATE] = STATE.pending;
  #reason = 'none';

  constructor(id: number, { pdf, title, user }: PrintedPdf) {
    this.id = id;
    this.title = title;
    this.user = user;
    this.#pdf = pdf;
  }

  get over(): boolean {
    return this.#state >= STATE.canceled;
  }

  /** The document while the printer still holds it. */
  get data(): Uint8Array | null {
    return this.#pdf;
  }

  cancel(): void {
    this.#end(STATE.canceled, 'job-canceled-by-user');
  }

  abort(reason: string): void {
    this.#end(STATE.aborted, reason);
  }

  /** One step of work; gives the document when it is out. Mid-print faults become what they lead to. */
  work(faults: Set<IppPrinterFault>): PrintedPdf | null {
    if (this.over || this.#pdf === null) return null;
    if (faults.delete('job-aborted')) {
      this.abort('aborted-by-system');
      return null;
    }
    const begun = this.#state === STATE.processing;
    if (begun && faults.delete('paper-out-mid-print')) faults.add('paper-out');
    if (begun && faults.delete('jam-mid-print')) faults.add('jammed');
    if (isStopped(faults)) {
      this.#state = STATE.stopped;
      this.#reason = 'printer-stopped';
      return null;
    }
    if (!begun || faults.has('late')) {
      this.#state = STATE.processing;
      this.#reason = 'job-printing';
      return null;
    }
    const printed = { pdf: this.#pdf, title: this.title, user: this.user };
    this.#end(STATE.completed, 'job-completed-successfully');
    return printed;
  }

  answer(uri: string): AnswerGroup {
    return {
      group: 'job',
      attributes: [
        { name: 'job-id', tag: 'integer', values: [this.id] },
        { name: 'job-uri', tag: 'uri', values: [`${uri}/${this.id}`] },
        { name: 'job-state', tag: 'enumeration', values: [this.#state] },
        { name: 'job-state-reasons', tag: 'keyword', values: [this.#reason] },
        { name: 'job-originating-user-name', tag: 'name', values: [this.user] },
        { name: 'job-name', tag: 'name', values: [this.title] },
      ],
    };
  }

  #end(state: 7 | 8 | 9, reason: string): void {
    this.#state = state;
    this.#reason = reason;
    this.#pdf = null;
  }
}
