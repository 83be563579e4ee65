import { z } from 'zod';

/** FIND-1: agencies run the cards, instant-issue outlets make them on the spot, hospitals take them. */
export const PLACE_KINDS = ['agency', 'instant-issue', 'hospital'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Who an outlet serves (H annex 3): some take only adults who come themselves with a resident ID card. */
export const CUSTOMERS = ['all', 'adult-with-resident-id-card', 'none'] as const;
export type Customers = (typeof CUSTOMERS)[number];

const customers = z.enum(CUSTOMERS);
const listed = {
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  region: z.string().min(1),
  name: z.string().min(1),
  address: z.string().min(1),
};
const phones = z.array(z.string().regex(/^[\d-]{3,20}$/));
const list = {
  /** The source itself says that it names only some of them. */
  partial: z.boolean(),
  source: z.string().min(1),
  /** Month of the source, `YYYY-MM`. */
  asOf: z.string().regex(/^\d{4}-\d{2}$/),
};

/** One file of `assets/outlets`. */
export const placeList = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agency'),
    ...list,
    items: z.array(z.strictObject({ ...listed, phones, level: z.enum(['province', 'city-county']) })),
  }),
  z.strictObject({
    kind: z.literal('instant-issue'),
    ...list,
    items: z.array(
      z.strictObject({
        ...listed,
        phones,
        services: z.strictObject({ newCard: customers, replacement: customers }),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('hospital'), ...list, items: z.array(z.strictObject(listed)) }),
]);
export type PlaceList = z.infer<typeof placeList>;

/** What people go to a place for. `apply` is not on the spot everywhere; the two others of cards are. */
export const PLACE_SERVICES = ['apply', 'instant-new-card', 'instant-replacement', 'hospital-visit'] as const;
export type PlaceService = (typeof PLACE_SERVICES)[number];

export interface ServiceAtPlace {
  readonly service: PlaceService;
  readonly customers: Exclude<Customers, 'none'>;
}

export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** District or county. */
  readonly region: string;
  readonly address: string;
  /** Empty where the source names none. */
  readonly phones: readonly string[];
  readonly services: readonly ServiceAtPlace[];
}

/** All places of one list, in its order. */
export function placesOf(source: PlaceList): readonly Place[] {
  switch (source.kind) {
    case 'agency':
      return source.items.map(({ id, name, region, address, phones }) => ({
        ...{ id, kind: 'agency', name, region, address, phones },
        services: [{ service: 'apply', customers: 'all' }],
      }));
    case 'instant-issue':
      return source.items.map(({ id, name, region, address, phones, services }) => ({
        ...{ id, kind: 'instant-issue', name, region, address, phones },
        services: [
          ...offered('instant-new-card', services.newCard),
          ...offered('instant-replacement', services.replacement),
        ],
      }));
    case 'hospital':
      return source.items.map(({ id, name, region, address }) => ({
        ...{ id, kind: 'hospital', name, region, address, phones: [] },
        services: [{ service: 'hospital-visit', customers: 'all' }],
      }));
  }
}

const offered = (service: PlaceService, served: Customers): readonly ServiceAtPlace[] =>
  served === 'none' ? [] : [{ service, customers: served }];

/** What a resident asks for; null: any. */
export interface PlaceQuestion {
  readonly region: string | null;
  readonly kind: PlaceKind | null;
  readonly service: PlaceService | null;
}

/** FIND-1: by district and service, in the order of the lists. */
export const placesIn = (
  places: readonly Place[],
  { region, kind, service }: PlaceQuestion,
): readonly Place[] =>
  places.filter(
    (place) =>
      (region === null || place.region === region) &&
      (kind === null || place.kind === kind) &&
      (service === null || offers(place, service)),
  );

/** Whether people go there for this, some of them at least. */
export const offers = ({ services }: Place, service: PlaceService): boolean =>
  services.some((entry) => entry.service === service);

/** The regions that have such a place, each once, in the order of the lists; null: places of any kind. */
export const regionsOf = (places: readonly Place[], kind: PlaceKind | null): readonly string[] => [
  ...new Set(placesIn(places, { region: null, kind, service: null }).map((place) => place.region)),
];
