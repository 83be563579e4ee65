import type { ServiceId } from '../../../src/contracts/service.ts';
import type { Errand } from '../../matrix/hands.ts';

/** A kind of person who comes to a kiosk, for one thing. */
export interface Archetype {
  readonly name: string;
  readonly visit: Errand;
  /** The fictitious resident whom people of this kind are made up after. */
  readonly like: string;
  /** Share of a day's visits; the shares of all are about 100. */
  readonly weight: number;
  /** What somebody willing is told at last before goodbye, where nothing goes wrong. */
  readonly endsWell: string;
}

/** Name, service, fictitious resident, share, end, answers to `choose` screens. */
type Row = readonly [
  name: string,
  service: ServiceId,
  like: string,
  weight: number,
  endsWell: string,
  wants?: readonly string[],
];

export const archetypesOf = (rows: readonly Row[]): readonly Archetype[] =>
  rows.map(([name, service, like, weight, endsWell, wants = []]) => ({
    name,
    visit: { service, wants },
    like,
    weight,
    endsWell,
  }));
