import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { directoryOf } from './directory.ts';
import { offers, type Place, placeList, placesIn, placesOf, regionsOf } from './outlets.ts';

const read = (name: string) => {
  const file = new URL(`../../assets/outlets/${name}.json`, import.meta.url);
  return placeList.parse(JSON.parse(readFileSync(file, 'utf8')));
};
const LISTS = [read('hainan-agencies'), read('hainan-instant-issuance-outlets'), read('hainan-hospitals')];
const PLACES = LISTS.flatMap((list) => [...placesOf(list)]);
const any = { region: null, kind: null, service: null };
const ids = (places: readonly Place[]) => places.map((place) => place.id);

describe('FIND-1 places by district and service', () => {
  it('FIND-1 every place of the lists is there once, with address; all but hospitals with a phone', () => {
    expect(new Set(ids(PLACES)).size).toBe(LISTS.reduce((sum, list) => sum + list.items.length, 0));
    for (const place of PLACES) expect(place.phones.length > 0).toBe(place.kind !== 'hospital');
  });

  it('FIND-1 a region is named once and has a place of that kind', () => {
    const regions = regionsOf(PLACES, 'agency');
    expect(regions).toHaveLength(new Set(regions).size);
    expect(regions).toHaveLength(19);
    for (const kind of ['agency', 'instant-issue', 'hospital'] as const)
      for (const region of regionsOf(PLACES, kind))
        expect(placesIn(PLACES, { ...any, region, kind }).length).toBeGreaterThan(0);
    expect(regionsOf(PLACES, null).length).toBeGreaterThanOrEqual(regions.length);
  });

  it('FIND-1 finds by region, kind and service together', () => {
    const region = '儋州';
    const instant = placesIn(PLACES, { region, kind: 'instant-issue', service: null });
    const newCards = placesIn(PLACES, { region, kind: 'instant-issue', service: 'instant-new-card' });
    expect(instant).toHaveLength(8);
    expect(ids(newCards)).toEqual(['outlet-31', 'outlet-32', 'outlet-33', 'outlet-34']);
    expect(placesIn(PLACES, { ...any, region: 'nowhere' })).toEqual([]);
    expect(placesIn(PLACES, any)).toEqual(PLACES);
  });

  it('FIND-1 an outlet that serves adults in person only says so, and offers nothing it does not do', () => {
    const of = (id: string) => PLACES.find((place) => place.id === id)?.services;
    expect(of('outlet-13')).toEqual([
      { service: 'instant-new-card', customers: 'adult-with-resident-id-card' },
    ]);
    expect(of('outlet-35')).toEqual([{ service: 'instant-replacement', customers: 'all' }]);
    expect(of('outlet-01')).toHaveLength(2);
    const town = PLACES.find((place) => place.id === 'outlet-35');
    expect(town && [offers(town, 'instant-replacement'), offers(town, 'instant-new-card')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('FIND-1 a pack without lists', () => {
  it('FIND-1 shows its counters', () => {
    const counter = { id: 'any', name: 'n', region: 'r', address: 'a', phones: ['1-2-3'] };
    const { outlets, lists } = directoryOf([], [counter], []);
    expect(outlets).toEqual([
      { ...counter, kind: 'agency', services: [{ service: 'apply', customers: 'all' }] },
    ]);
    expect(lists).toEqual([]);
    expect(ids(directoryOf(LISTS, [counter], []).outlets)).not.toContain('any');
  });
});
