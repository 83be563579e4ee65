import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'TECHNICIAN';

/**
 * A USB stick in a technician's pocket: a folder that appears under the folder where sticks are mounted, and takes
 * what was written on it away again.
 */
export class UsbStick {
  /** Where the kiosk looks for sticks (`stickRoots` of core's configuration). */
  readonly root: string;
  readonly #pocket: string;

  constructor(folder: string) {
    this.root = join(folder, 'sticks');
    this.#pocket = join(folder, 'pocket');
    mkdirSync(this.root, { recursive: true });
    mkdirSync(this.#pocket, { recursive: true });
    // A world that was left with the stick in finds it there again.
    if (!this.isIn) mkdirSync(join(this.#pocket, NAME), { recursive: true });
  }

  get isIn(): boolean {
    return existsSync(join(this.root, NAME));
  }

  /** Where its files are now. */
  get folder(): string {
    return join(this.isIn ? this.root : this.#pocket, NAME);
  }

  get files(): readonly string[] {
    return readdirSync(this.folder).toSorted();
  }

  plugIn(): void {
    if (!this.isIn) renameSync(join(this.#pocket, NAME), join(this.root, NAME));
  }

  pull(): void {
    if (this.isIn) renameSync(join(this.root, NAME), join(this.#pocket, NAME));
  }
}
