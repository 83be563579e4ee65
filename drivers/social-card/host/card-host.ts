import type { Timers } from '../../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { type ChildPort, forkModule } from '../child-port.ts';
import { type HostMessage, type HostReply, type HostRequest, hostMessageSchema } from './messages.ts';

/** Starts one PC/SC host process; the Electron shell passes its own over `utilityProcess`. */
export type SpawnHost = () => ChildPort;
export const forkHost: SpawnHost = () => forkModule(new URL('./host-process.ts', import.meta.url));

/** Loading the binding and reading the reader list takes some 100 ms; a process that needs this long hangs. */
const START_DEADLINE_MS = 5_000;

type Body<R> = R extends HostRequest ? Omit<R, 'id'> : never;
type Answer = Result<HostReply, DeviceTrouble>;

/**
 * The parent's side of the PC/SC host: starts it when needed, gives each request a deadline, and kills and
 * replaces a host that passed one. What it knows of cards in readers comes from the host's watch.
 */
export class CardHost {
  readonly #spawn: SpawnHost;
  readonly #timers: Timers;
  #child: ChildPort | null = null;
  #starting: Promise<Result<void, DeviceTrouble>> | null = null;
  #settleStart: ((result: Result<void, DeviceTrouble>) => void) | null = null;
  #nextId = 0;
  readonly #pending = new Map<number, (answer: Answer) => void>();
  readonly #present = new Map<string, boolean>();
  readonly #gone = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(timers: Timers, spawn: SpawnHost = forkHost) {
    this.#timers = timers;
    this.#spawn = spawn;
  }

  /** Whether a card is in the reader; null while no host runs or the reader is unknown. */
  present(reader: string): boolean | null {
    return this.#present.get(reader) ?? null;
  }

  /** Whether the reader was there and has been taken away since the host started. */
  gone(reader: string): boolean {
    return this.#gone.has(reader);
  }

  get running(): boolean {
    return this.#child !== null && this.#settleStart === null;
  }

  /** Tells of every change of `present` and `running`; the returned function ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts the host unless it runs. Fails where pcscd cannot be reached or the binding does not load. */
  start(): Promise<Result<void, DeviceTrouble>> {
    if (this.#child !== null && this.#starting !== null) return this.#starting;
    const child = this.#spawn();
    this.#child = child;
    const settled = new Promise<Result<void, DeviceTrouble>>((resolve) => {
      this.#settleStart = resolve;
    });
    child.onMessage((raw) => this.#receive(child, raw));
    child.onExit(() => this.#lose(child, deviceTrouble('host-ended', 'the PC/SC host process ended')));
    this.#starting = this.#within(START_DEADLINE_MS, settled, () =>
      this.#lose(child, deviceTrouble('host-silent', 'the PC/SC host process did not start')),
    );
    return this.#starting;
  }

  /**
   * One request to the host. On a passed deadline the host is killed and another one starts, without being waited
   * for: the resident hears of a silent card at the deadline, also when pcscd itself hangs.
   */
  async request(body: Body<HostRequest>, deadlineMs: number): Promise<Answer> {
    const started = await this.start();
    const child = this.#child;
    if (!started.ok) return started;
    if (child === null) return err(deviceTrouble('host-ended', 'the PC/SC host process ended'));
    const id = this.#nextId;
    this.#nextId += 1;
    const answered = new Promise<Answer>((resolve) => this.#pending.set(id, resolve));
    child.send({ ...body, id });
    return this.#within(deadlineMs, answered, () => {
      this.#lose(child, deviceTrouble('timeout', `no answer to ${body.kind} within ${deadlineMs} ms`));
      void this.start();
    });
  }

  /** Ends the host; a later request starts another. */
  stop(): void {
    if (this.#child !== null) this.#lose(this.#child, deviceTrouble('host-ended', 'the reader was closed'));
  }

  /** Waits for `settled`, calling `onLate` after the deadline: that must settle it. */
  async #within<T>(deadlineMs: number, settled: Promise<T>, onLate: () => void): Promise<T> {
    const over = new AbortController();
    const timeout = this.#timers.sleep(deadlineMs, over.signal).then(() => {
      if (!over.signal.aborted) onLate();
    });
    const value = await settled;
    over.abort();
    await timeout;
    return value;
  }

  #receive(child: ChildPort, raw: unknown): void {
    if (child !== this.#child) return;
    const parsed = hostMessageSchema.safeParse(raw);
    if (!parsed.success) {
      this.#lose(child, deviceTrouble('host-nonsense', 'the PC/SC host process sent a malformed message'));
      return;
    }
    this.#handle(child, parsed.data);
  }

  #handle(child: ChildPort, message: HostMessage): void {
    switch (message.kind) {
      case 'ready':
        this.#settleStart?.(ok(undefined));
        this.#settleStart = null;
        break;
      case 'card-state':
        this.#present.set(message.reader, message.present);
        this.#gone.delete(message.reader);
        break;
      case 'reader-gone':
        this.#present.delete(message.reader);
        this.#gone.add(message.reader);
        break;
      case 'service-lost':
        this.#lose(child, deviceTrouble('service-unreachable', message.message));
        return;
      default: {
        const settle = this.#pending.get(message.id);
        this.#pending.delete(message.id);
        settle?.(ok(message));
        return;
      }
    }
    this.#changed();
  }

  /** The host is of no more use: everything that waits for it gets the reason. */
  #lose(child: ChildPort, trouble: DeviceTrouble): void {
    if (child !== this.#child) return;
    this.#child = null;
    this.#starting = null;
    this.#present.clear();
    this.#gone.clear();
    child.kill();
    this.#settleStart?.(err(trouble));
    this.#settleStart = null;
    for (const settle of this.#pending.values()) settle(err(trouble));
    this.#pending.clear();
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
