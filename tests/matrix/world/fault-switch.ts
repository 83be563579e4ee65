import type { Timers } from '../../../src/ports/clock.ts';
import { aborted, type ManagedDevice } from '../../../src/ports/device-status.ts';
import { err } from '../../../src/result.ts';

/** A port's own word for it, with what belongs to it. */
type DeviceFaultTrouble = {
  readonly kind: string;
  readonly code?: string;
  readonly message?: string;
  readonly position?: string;
};

/** How the next calls of a device go wrong. */
export interface DeviceFault {
  /** null: every call, those of the device manager too: the device is gone. */
  readonly methods: readonly string[] | null;
  readonly trouble: DeviceFaultTrouble;
  /** What was asked for is done all the same: only the answer is lost or wrong. */
  readonly acts?: boolean;
  /** How many calls it hits; all until it is healed where absent. */
  readonly times?: number;
}

/** Calls that ask what is so and begin nothing; a fault that strikes once is not used up by them. */
const LOOKS: readonly PropertyKey[] = ['open', 'probe', 'close', 'status'];
/** Half of what any act of a machine takes, milliseconds: a fault can strike in the middle. */
const HALF_AN_ACT_MS = 120;

/** Nobody reads it; without a reason each call would make an error with a stack. */
const ENDED = 'ended';

/** Stands between a device and its user: faults on demand, time for every act, and a note of what was called. */
export class FaultSwitch {
  readonly #time: Pick<Timers, 'sleep'>;
  readonly #counts = new Map<string, number>();
  #fault: DeviceFault | null = null;
  #next: DeviceFault | null = null;
  #hits = 0;
  readonly #interrupts = new Set<() => void>();
  /** Calls that are under way now, looks not counted. */
  readonly waiting = new Map<string, number>();
  /** Told of every call but looks, as it begins. */
  onCall: (method: string) => void = () => undefined;

  constructor(time: Pick<Timers, 'sleep'>) {
    this.#time = time;
  }

  strike(fault: DeviceFault): void {
    this.#fault = fault;
    this.#hits = 0;
    for (const interrupt of [...this.#interrupts]) interrupt();
  }

  /** What follows once the present fault is used up. */
  afterwards(fault: DeviceFault): void {
    this.#next = fault;
  }

  heal(): void {
    this.#fault = null;
    this.#next = null;
    this.#hits = 0;
  }

  /** How often a method was called, looks not counted. */
  count(method: string): number {
    return this.#counts.get(method) ?? 0;
  }

  /** How many calls the present fault has hit. */
  get hits(): number {
    return this.#hits;
  }

  over<T extends ManagedDevice>(device: T): T {
    return new Proxy(device, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function' || typeof name !== 'string') return member;
        return (...parameters: unknown[]) =>
          this.#call(name, (given) => Reflect.apply(member, target, given), parameters);
      },
    });
  }

  async #call(
    name: string,
    act: (parameters: unknown[]) => unknown,
    parameters: unknown[],
  ): Promise<unknown> {
    const look = LOOKS.includes(name);
    if (look) return this.#take(name) ?? act(parameters);
    this.onCall(name);
    this.#counts.set(name, this.count(name) + 1);
    this.waiting.set(name, (this.waiting.get(name) ?? 0) + 1);
    const ended = new AbortController();
    try {
      await this.#time.sleep(HALF_AN_ACT_MS);
      const fault = this.#fault;
      const struck = this.#take(name);
      if (struck !== null && fault?.acts !== true) return struck;
      const own = parameters.findIndex((one) => one instanceof AbortSignal);
      const given = own >= 0 ? (parameters[own] as AbortSignal) : null;
      if (given) parameters[own] = AbortSignal.any([given, ended.signal]);
      const answer = await this.#unlessStruck(name, Promise.resolve(act(parameters)));
      if (given?.aborted === true) return answer;
      await this.#time.sleep(HALF_AN_ACT_MS);
      return struck ?? answer;
    } finally {
      ended.abort(ENDED);
      this.waiting.set(name, (this.waiting.get(name) ?? 1) - 1);
    }
  }

  /** The answer, or the trouble of a fault that strikes while a call waits for a card or a key. */
  #unlessStruck(name: string, answer: Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const interrupt = () => {
        const struck = this.#take(name);
        if (struck === null) return;
        this.#interrupts.delete(interrupt);
        resolve(struck);
      };
      this.#interrupts.add(interrupt);
      answer.then(resolve, reject).finally(() => this.#interrupts.delete(interrupt));
    });
  }

  #take(name: string): { ok: false; error: { kind: string } } | null {
    const fault = this.#fault;
    if (fault === null || name === 'close') return null;
    const meant =
      fault.methods === null
        ? fault.times === undefined || !LOOKS.includes(name)
        : fault.methods.includes(name);
    if (!meant) return null;
    this.#hits += 1;
    if (fault.times !== undefined && this.#hits >= fault.times) {
      this.#fault = this.#next;
      this.#next = null;
    }
    return err(fault.trouble.kind === 'aborted' ? aborted : fault.trouble);
  }
}
