import type { Outlet } from '../policy/policy-pack.ts';
import type { HelpTopic } from './help.ts';
import { type Place, type PlaceList, placesOf } from './outlets.ts';

/** Where a list comes from, how old it is, and whether it names them all: shown beside it. */
export type ListNote = Pick<PlaceList, 'kind' | 'partial' | 'source' | 'asOf'>;

/** What the kiosk knows to answer by itself: places and questions of one pack. */
export interface Directory {
  readonly outlets: readonly Place[];
  readonly lists: readonly ListNote[];
  readonly help: readonly HelpTopic[];
}

/** The directory of a pack. One without lists shows its counters instead, so that nobody is sent nowhere. */
export function directoryOf(
  lists: readonly PlaceList[],
  counters: readonly Outlet[],
  help: readonly HelpTopic[],
): Directory {
  const places = lists.flatMap((list) => [...placesOf(list)]);
  return {
    outlets: places.length > 0 ? places : counters.map(counterPlace),
    lists: lists.map(({ kind, partial, source, asOf }) => ({ kind, partial, source, asOf })),
    help,
  };
}

const counterPlace = ({ id, name, region, address, phones }: Outlet): Place => ({
  ...{ id, kind: 'agency', name, region, address, phones },
  services: [{ service: 'apply', customers: 'all' }],
});
