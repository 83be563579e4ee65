import './places.css';
import type { Place } from '../../src/contracts/view.ts';
import { Pager, usePages } from './pager.tsx';

/** Counters and outlets with address and telephone, a few at a time. */
export function Places({ places, perPage }: { places: readonly Place[]; perPage: number }) {
  const pages = usePages(places, perPage);
  return (
    <div className="places">
      {pages.items.map((place) => (
        <div className="place" key={place.id}>
          <b>{place.name}</b>
          <span>{place.address}</span>
          <span>{place.phones.join('  ')}</span>
        </div>
      ))}
      <Pager pages={pages} />
    </div>
  );
}
