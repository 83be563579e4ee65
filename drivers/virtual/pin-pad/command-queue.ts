import type { XfsCommand } from '../../pin-pad/xfs-message.ts';
import type { PadSession } from './pad-session.ts';

/** How a command ended: the completion's code and payload. */
export interface Ending {
  readonly completionCode: string;
  readonly payload?: Record<string, unknown>;
}

/** One command on its way; `cancel` fires for `Common.Cancel` and when its connection goes. */
export interface Job {
  readonly command: XfsCommand;
  readonly session: PadSession;
  readonly cancel: AbortController;
}

/** Device commands run one at a time, in the order they came, over all connections (protocols.md 5.4). */
export class CommandQueue {
  readonly #run: (job: Job) => Promise<Ending>;
  readonly #waiting: Job[] = [];
  #running: Job | null = null;

  constructor(run: (job: Job) => Promise<Ending>) {
    this.#run = run;
  }

  add(command: XfsCommand, session: PadSession): void {
    this.#waiting.push({ command, session, cancel: new AbortController() });
    if (!this.#running) void this.#drain();
  }

  /** Cancels a connection's own requests; an empty list means all of them. */
  cancel(session: PadSession, requestIds: readonly number[]): void {
    for (const job of [this.#running, ...this.#waiting]) {
      if (job?.session !== session) continue;
      if (requestIds.length === 0 || requestIds.includes(job.command.requestId)) job.cancel.abort();
    }
  }

  async #drain(): Promise<void> {
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
      this.#running = job;
      const ending = job.cancel.signal.aborted ? { completionCode: 'canceled' } : await this.#run(job);
      job.session.complete(job.command, ending);
    }
    this.#running = null;
  }
}
