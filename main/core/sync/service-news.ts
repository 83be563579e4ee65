import type { Tile } from '../../../src/contracts/view.ts';

/** Notices when a service begins or ceases to work here: the centre is told at once and not with the next heartbeat. */
export class ServiceNews {
  #known: string | null = null;

  /** Whether it is not as it was when last asked; the first time is none. */
  changed(tiles: readonly Tile[]): boolean {
    const now = tiles.map(({ service, available, reason }) => `${service} ${available} ${reason}`).join();
    const before = this.#known;
    this.#known = now;
    return before !== null && before !== now;
  }
}
