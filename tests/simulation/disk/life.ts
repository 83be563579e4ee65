import type { DiskAct } from './disk-act.ts';
import { PowerCut } from './power-cut.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

/** What must be let go when the life ends: an open database. */
export interface Held {
  letGo(): void;
}

/** From one start of the machine to the cut that ends it. Afterwards nothing reaches the disk through it any more. */
export class Life {
  readonly disk: SimulatedDisk;
  readonly held = new Set<Held>();
  #ended: string | null = null;
  /** Thrown by whoever watches acts, where SQLite lay between: handed on when SQLite is through. */
  #watcherThrew: { error: unknown } | null = null;

  constructor(disk: SimulatedDisk) {
    this.disk = disk;
  }

  get isOver(): boolean {
    return this.#ended !== null;
  }

  end(reason: string): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    for (const held of [...this.held]) held.letGo();
  }

  /** Announces an act; false where the life is over or ends with it, and then nothing may change. */
  begins(kind: DiskAct['kind'], path: string, bytes: number): boolean {
    if (this.#ended !== null) return false;
    const { onAct } = this.disk;
    if (onAct === null) return true;
    try {
      onAct({ kind, path, bytes });
    } catch (error) {
      this.#watcherThrew = { error };
      return false;
    }
    return this.#ended === null;
  }

  /** Throws what SQLite could not carry: the end of this life, or what a watcher threw. */
  check(): void {
    const threw = this.#watcherThrew;
    if (threw) {
      this.#watcherThrew = null;
      throw threw.error;
    }
    if (this.#ended !== null) throw new PowerCut(this.#ended);
  }
}
