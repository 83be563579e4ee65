import './places.css';
import type { Place } from '../../src/contracts/view.ts';
import { Pager, usePages } from './pager.tsx';

/** Characters of a name and of an address beyond which they take a second line. */
const LONG_NAME = 18;
const LONG_ADDRESS = 24;

/** Room a place takes on a page, in places of one line each. */
export const roomOf = ({ name, address }: Pick<Place, 'name' | 'address'>): number =>
  1 + (name.length > LONG_NAME ? 0.35 : 0) + (address.length > LONG_ADDRESS ? 0.35 : 0);

/** Counters and outlets with address and telephone, a few at a time. */
export function Places({ places, perPage }: { places: readonly Place[]; perPage: number }) {
  const pages = usePages(places, perPage, roomOf);
  return (
    <div className="places">
      {pages.items.map((place) => (
        <div className="place place-beside" key={place.id}>
          <b>{place.name}</b>
          <span>{place.address}</span>
          <span>{place.phones.join('  ')}</span>
        </div>
      ))}
      <Pager pages={pages} />
    </div>
  );
}
