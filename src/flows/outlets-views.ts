import { type Place, placesIn, regionsOf } from '../directory/outlets.ts';
import { outletsDocument } from '../documents/outlets-document.ts';
import type { PrintedDocument } from '../ports/document-printer.ts';
import type { FlowKit } from './kit.ts';
import type { OutletsContext } from './outlets.ts';
import { paperFor, paperNow } from './print-out.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';

/** More than this is no slip any more: a district has to be chosen first. */
const PLACES_ON_A_SLIP = 20;

const found = (kit: FlowKit, { kind, region }: OutletsContext): readonly Place[] =>
  placesIn(kit.directory.outlets, { kind, region, service: null });

const does = ({ services }: Place, wanted: Place['services'][number]['service']): boolean =>
  services.some(({ service }) => service === wanted);

/** H annex 3: no card is made there for anybody but adults who come themselves. */
const adultsOnly = ({ services }: Place): boolean =>
  services.length > 0 && services.every(({ customers }) => customers === 'adult-with-resident-id-card');

const listOf = ({ directory }: FlowKit, { kind }: OutletsContext) =>
  directory.lists.find((list) => list.kind === kind) ?? null;

/** Whether this list can go on the paper there is. */
export function fitsOnPaper(kit: FlowKit, context: OutletsContext): boolean {
  const paper = paperFor(kit);
  const count = found(kit, context).length;
  return count > 0 && (paper === 'a4' || (paper === 'slip' && count <= PLACES_ON_A_SLIP));
}

/** FIND-1 */
export function outletsBody(context: OutletsContext, { kit }: ViewEnvironment): ScreenBody {
  const { kind, region, paper } = context;
  const list = listOf(kit, context);
  return {
    screen: 'outlets',
    kind,
    region,
    regions: [...regionsOf(kit.directory.outlets, kind)],
    places: found(kit, context).map((place) => ({
      id: place.id,
      name: place.name,
      region: place.region,
      address: place.address,
      phones: [...place.phones],
      newCard: does(place, 'instant-new-card'),
      replacement: does(place, 'instant-replacement'),
      adultsOnly: adultsOnly(place),
    })),
    list: list ? { partial: list.partial, asOf: list.asOf } : null,
    paper: paper === 'offered' && !fitsOnPaper(kit, context) ? 'not-possible' : paperNow(kit, paper),
  };
}

export const outletsPaper = (kit: FlowKit, context: OutletsContext): PrintedDocument =>
  outletsDocument(
    {
      kind: context.kind,
      region: context.region,
      places: found(kit, context),
      list: listOf(kit, context),
    },
    context.language,
    kit.policy,
  );
