import { createHash } from 'node:crypto';
import { type Cell, nameOf, runCell } from './cell.ts';
import { DEVICE_FAULTS } from './faults/device-faults.ts';
import { DOUBLE_FAULTS } from './faults/double-faults.ts';
import { FAULT_GROUPS, type FaultGroup } from './faults/fault.ts';
import { LINK_FAULTS } from './faults/link-faults.ts';
import { ACQUIRER_FAULTS, RESIDENT_FAULTS } from './faults/people-faults.ts';
import { rehearse } from './rehearse.ts';
import type { Visit } from './visits.ts';
import { newWorld, type World } from './world/world.ts';

export const FAULTS = [
  ...DEVICE_FAULTS,
  ...DOUBLE_FAULTS,
  ...LINK_FAULTS,
  ...ACQUIRER_FAULTS,
  ...RESIDENT_FAULTS,
];

/** After so many cells a world has grown slow: orders, journal and registry are never thinned out. */
const CELLS_PER_WORLD = 60;

/** From the tile to the verified face. */
const WAY_IN = /^(present-id-card|who-you-are|face)/;

export interface Failure {
  readonly cell: string;
  readonly problems: readonly string[];
  /** What the resident was told, in order. */
  readonly ends: readonly string[];
}

export type CellsByGroup = ReadonlyMap<FaultGroup, readonly Cell[]>;

/** Every cell of a visit, by what goes wrong; empty groups are left out. */
export async function cellsOf(visit: Visit): Promise<CellsByGroup> {
  const world = await newWorld();
  const { played, steps } = await rehearse(world, visit);
  await world.close();
  if (played.ends[0] !== visit.endsWell) throw new Error(`${visit.name} ends as ${played.ends.join(', ')}`);
  const cells = FAULTS.flatMap((fault) =>
    steps
      .filter((step) => visit.standsForTheWayIn || !WAY_IN.test(step.name))
      .filter((step) => fault.strikesAt(step, steps))
      .map((step) => ({ visit, fault, step })),
  );
  const grouped = FAULT_GROUPS.map(
    (group) => [group, cells.filter(({ fault }) => fault.group === group)] as const,
  );
  return new Map(grouped.filter(([, own]) => own.length > 0));
}

/** Runs cells one after the other in a world that is renewed when it has aged or a cell has left it untrue. */
export class MatrixRun {
  #world: World | null = null;
  #age = 0;
  /** Cells whose fault somebody met. */
  met = 0;

  async run(cells: readonly Cell[]): Promise<Failure[]> {
    const failures: Failure[] = [];
    for (const cell of cells) {
      this.#world ??= await newWorld();
      const { machines } = this.#world;
      const { problems, played, met } = await runCell(this.#world, cell);
      this.met += met ? 1 : 0;
      this.#age += 1;
      const leftovers = machines.issuer.card !== null || machines.acceptor.card !== null;
      if (problems.length > 0) failures.push({ cell: nameOf(cell), problems, ends: played.ends });
      if (problems.length > 0 || leftovers || this.#age >= CELLS_PER_WORLD) await this.close();
    }
    return failures;
  }

  async close(): Promise<void> {
    const world = this.#world;
    this.#world = null;
    this.#age = 0;
    await world?.close();
  }
}

/**
 * So many of these cells, each as unlike the others as a digest of its name makes it, the same ones every time: what
 * runs with the unit tests. `npm run matrix` runs all of them.
 */
export const someOf = (cells: readonly Cell[], howMany: number): readonly Cell[] =>
  cells
    .map((cell) => [createHash('sha256').update(nameOf(cell)).digest('hex'), cell] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, howMany)
    .map(([, cell]) => cell);

/** So many pairs of faults in one visit, chosen by a digest of their names: two at once that nobody thought of. */
export const pairsOf = (cells: readonly Cell[], howMany: number): readonly Cell[] => {
  const mixed = someOf(cells, cells.length);
  return mixed.slice(0, howMany).map((cell, at) => {
    const { fault, step } = mixed[(at * 7 + 1) % mixed.length] ?? cell;
    return { ...cell, and: { fault, step } };
  });
};

/** One cell in a line each, for whoever has to mend it. */
export const sentenceOf = ({ cell, problems, ends }: Failure): string =>
  `${cell}: ${problems.join('; ')} (the resident was told: ${ends.join(', ')})`;
