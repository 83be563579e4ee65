import { PowerCut } from './power-cut.ts';
import { randomNumbers } from './random-numbers.ts';
import type { FileImage, SimulatedDisk } from './simulated-disk.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** A disk whose power fails at the act that is `left` away; null: it stays on. */
export type FailingDisk = SimulatedDisk & { left: number | null };

export function failingDisk(
  engine: SqliteEngine,
  seed: number,
  image: readonly FileImage[] = [],
): FailingDisk {
  const random = randomNumbers(seed);
  const onAct = () => {
    if (disk.left === null) return;
    disk.left -= 1;
    if (disk.left >= 0) return;
    disk.left = null;
    disk.powerCut(random);
  };
  const made = engine.newDisk({ now: () => 1_767_571_200_000, onAct, image });
  const disk: FailingDisk = Object.assign(made, { left: null });
  return disk;
}

/**
 * Plays the same story with the power failing at its first act, at its second, and so on, some seeds each, and once
 * right after its end; `check` looks at what is left.
 */
export function atEveryAct(
  engine: SqliteEngine,
  {
    seeds,
    prepare,
    play,
    check,
  }: {
    seeds: number;
    prepare: (disk: FailingDisk) => void;
    play: (disk: FailingDisk) => void;
    check: (disk: FailingDisk, wasDone: boolean) => void;
  },
): number {
  const prepared = failingDisk(engine, 0);
  prepare(prepared);
  const image = prepared.image();
  prepared.kill();
  let acts = 0;
  for (let wasDone = false; !wasDone; acts += 1) {
    for (let seed = 0; seed < seeds; seed += 1) {
      const disk = failingDisk(engine, seed * 1_000 + acts, image);
      disk.left = acts;
      try {
        play(disk);
        wasDone = true;
        disk.left = null;
        disk.powerCut(randomNumbers(seed));
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error;
      }
      check(disk, wasDone);
      disk.kill();
    }
  }
  return acts;
}
