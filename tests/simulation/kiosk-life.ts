import type { Disk } from '../../main/core/store/disk.ts';
import type { Fetch } from '../../main/core/sync/http-exchange.ts';
import type { Timers } from '../../src/ports/clock.ts';
import type { SimulatedTime } from '../matrix/world/simulated-time.ts';
import { PowerCut } from './disk/power-cut.ts';

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/**
 * What a kiosk's software touches between two power cuts. Once its life is over, nothing it still does has an
 * effect: sleeps, devices and the network answer no more, and the disk throws.
 */
export class KioskLife {
  readonly #time: SimulatedTime;
  readonly #wallClockOffset: () => number;
  readonly disk: Disk;
  over = false;

  constructor(time: SimulatedTime, disk: Disk, wallClockOffset: () => number) {
    this.#time = time;
    this.disk = disk;
    this.#wallClockOffset = wallClockOffset;
  }

  readonly timers: Timers = {
    now: () => this.#time.now() + this.#wallClockOffset(),
    elapsed: () => this.#time.elapsed(),
    sleep: async (ms, signal) => {
      await this.#time.sleep(ms, signal);
      if (this.over) await never();
    },
  };

  /** XState's clock. */
  readonly machine = {
    setTimeout: (act: (...values: unknown[]) => void, ms: number): unknown =>
      this.#time.machine.setTimeout(() => this.do(() => act()), ms),
    clearTimeout: (id: unknown): void => this.#time.machine.clearTimeout(id),
  };

  /** Something from outside reaches the software: it ends where the power fails. */
  do(act: () => void): void {
    if (this.over) return;
    try {
      act();
    } catch (error) {
      // A state machine words what its guards threw anew; of a life that is over it says nothing.
      if (!(error instanceof PowerCut) && !this.over) throw error;
    }
  }

  /** The same device, for as long as this life lasts; `heard` is told of each call before and after it, and may end it. */
  device<T extends object>(device: T, heard: (method: string, when: 'begins' | 'done') => void): T {
    return new Proxy(device, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function' || typeof name !== 'string') return member;
        return async (...parameters: unknown[]) => {
          if (this.over) return never();
          heard(name, 'begins');
          if (this.over) return never();
          const answer: unknown = await Reflect.apply(member, target, parameters);
          if (this.over) return never();
          heard(name, 'done');
          return this.over ? never() : answer;
        };
      },
    });
  }

  fetch(fetch: Fetch, heard: (when: 'request' | 'answer') => void): Fetch {
    return async (url, init) => {
      if (this.over) return never();
      heard('request');
      if (this.over) return never();
      try {
        const answer = await fetch(url, init);
        if (this.over) return await never();
        heard('answer');
        return this.over ? await never() : answer;
      } catch (error) {
        if (this.over) return never();
        throw error;
      }
    };
  }
}
