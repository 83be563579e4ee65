import { z } from 'zod';
import type { Timers } from '../../../src/ports/clock.ts';
import type { Ending, Job } from './command-queue.ts';
import type { PadFaults } from './pad-faults.ts';
import type { PadMemory } from './pad-memory.ts';

/** The keys of the virtual pad. */
export type PadKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'enter'
  | 'clear'
  | 'backspace'
  | 'cancel';

const NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const entryCommand = z.object({
  minLen: z.number().int().nonnegative(),
  maxLen: z.number().int().nonnegative(),
  autoEnd: z.boolean().nullish(),
  activeKeys: z.record(z.string(), z.object({ terminate: z.boolean() })),
});
type EntryCommand = z.infer<typeof entryCommand>;

/** One `Keyboard.PinEntry` while it waits for keys. */
export class PinEntry {
  readonly #job: Job;
  readonly #command: EntryCommand;
  readonly #memory: PadMemory;
  readonly #faults: PadFaults;
  readonly #ending = Promise.withResolvers<Ending>();

  private constructor(job: Job, command: EntryCommand, memory: PadMemory, faults: PadFaults) {
    this.#job = job;
    this.#command = command;
    this.#memory = memory;
    this.#faults = faults;
  }

  /** Null when the command's payload is wrong. */
  static begin(job: Job, memory: PadMemory, faults: PadFaults): PinEntry | null {
    const parsed = entryCommand.safeParse(job.command.payload);
    if (!parsed.success || parsed.data.minLen > parsed.data.maxLen) return null;
    memory.clear();
    return new PinEntry(job, parsed.data, memory, faults);
  }

  /** Waits for a terminating key, a cancel or the command's own time-out. */
  async ended(timers: Timers): Promise<Ending> {
    const { cancel, command } = this.#job;
    const finish = (completionCode: string) => () => {
      this.#memory.clear();
      this.#ending.resolve({ completionCode });
    };
    cancel.signal.addEventListener('abort', finish('canceled'), { once: true });
    const done = new AbortController();
    if (command.timeout > 0) {
      void timers.sleep(command.timeout, done.signal).then(() => {
        if (!done.signal.aborted) finish('timeOut')();
      });
    }
    try {
      return await this.#ending.promise;
    } finally {
      done.abort();
    }
  }

  /** One key under a finger. */
  press(key: PadKey): void {
    if (this.#faults.take('keyboard-jam')) return;
    const isDigit = /^\d$/.test(key);
    const active = this.#command.activeKeys[isDigit ? (NAMES[Number(key)] ?? '') : key];
    if (!active) return;
    if (isDigit) this.#digit(key);
    else this.#function(key);
    if (this.#faults.take('disconnect-mid-entry')) this.#job.session.drop();
    else if (active.terminate) this.#terminate(key === 'cancel' ? 'cancel' : 'enter');
  }

  #digit(key: PadKey): void {
    if (this.#memory.count >= this.#command.maxLen) return;
    this.#memory.type(key);
    const clear = this.#faults.take('clear-digits') ? { digit: NAMES[Number(key)] ?? '' } : {};
    this.#tell({ completion: 'continue', ...clear });
    if (this.#command.autoEnd && this.#memory.count === this.#command.maxLen) this.#end('auto');
  }

  #function(key: PadKey): void {
    if (key === 'clear') this.#memory.clear();
    if (key === 'backspace') this.#memory.backspace();
    this.#tell({ completion: key, digit: key });
  }

  #terminate(key: 'enter' | 'cancel'): void {
    // Enter before the shortest PIN is reached does nothing, as on real pads.
    if (key === 'enter' && this.#memory.count < this.#command.minLen) return;
    this.#end(key);
  }

  #end(completion: 'enter' | 'cancel' | 'auto'): void {
    const digits = this.#memory.count;
    if (completion === 'cancel') this.#memory.clear();
    this.#ending.resolve({ completionCode: 'success', payload: { digits, completion } });
  }

  #tell(payload: Record<string, string>): void {
    this.#job.session.event(this.#job.command, 'Keyboard.KeyEvent', payload);
  }
}
