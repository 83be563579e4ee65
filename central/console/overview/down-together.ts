import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';

type Row = FleetSummary['servicesOff'][number];

/** Services that one trouble closes at the same kiosks of a region. */
export interface DownTogether extends Omit<Row, 'service'> {
  readonly services: readonly Row['service'][];
}

/**
 * One line a trouble and region instead of one a service: a broken printer closes six services, and is one thing to
 * mend. Services that fewer kiosks lost stand in a line of their own. The most kiosks first.
 */
export function downTogether(rows: readonly Row[]): DownTogether[] {
  const together = Map.groupBy(rows, ({ reason, region, kiosks }) =>
    JSON.stringify([reason, region, kiosks]),
  );
  return [...together.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { service: _, ...where } = first;
      return [{ ...where, services: same.map(({ service }) => service) }];
    })
    .toSorted((one, other) => other.kiosks - one.kiosks || other.services.length - one.services.length);
}
