import { DOCUMENT_CONTENTS } from '../../../src/contracts/configuration/document.ts';
import { DEFAULT_PACK } from '../../../src/policy/default-pack.ts';
import type { ReleaseDesk } from '../../releases/release-desk.ts';
import { shippedDocuments } from '../../releases/shipped-documents.ts';

/** What is wrong with a made-up kiosk today. */
export const PLIGHTS = [
  'well',
  'printer-down',
  'no-stock',
  'stock-low',
  'paper-low',
  'reader-down',
  'bin-full',
  'link-late',
  'link-down',
  'in-maintenance',
  'dead-letter',
  'unknown-act',
  'went-back',
  'revoked',
  'given-up',
] as const;
export type Plight = (typeof PLIGHTS)[number];

export interface MadeUpKiosk {
  readonly kioskId: string;
  readonly name: string;
  readonly region: string;
  readonly model: string;
  readonly tags: readonly string[];
  readonly plight: Plight;
  /** Sessions on a working day. */
  readonly busy: number;
}

/** Models that no real kiosk has: nothing that is rolled out to them concerns anybody else. */
export const MADE_UP_MODELS = ['YK-200', 'YK-300'] as const;
export const CANARY_TAG = '试点';

/** Cities and counties with kiosks, and kiosks in all. */
const REGIONS = 18;
const KIOSKS = 60;
/** Of the towns, the first ones are the biggest. */
export const BIG_TOWNS = 4;

/** Trouble by the kiosk's number in the fleet; the others are well. */
const PLIGHT_OF: Readonly<Record<number, Plight>> = {
  4: 'printer-down',
  7: 'stock-low',
  9: 'went-back',
  11: 'unknown-act',
  14: 'no-stock',
  17: 'link-late',
  20: 'paper-low',
  23: 'dead-letter',
  26: 'link-down',
  30: 'in-maintenance',
  33: 'reader-down',
  37: 'stock-low',
  41: 'bin-full',
  45: 'link-down',
  49: 'paper-low',
  52: 'revoked',
  55: 'printer-down',
  58: 'given-up',
};

/** Every so manieth kiosk tries new configuration first, unless something is wrong with it. */
const CANARY_EVERY = 9;

/** Sixty kiosks in halls of the province's own list of places; the biggest towns have most. */
export function madeUpKiosks(shipped: ReleaseDesk['shipped'] = shippedDocuments()): MadeUpKiosk[] {
  const halls = hallsByRegion(shipped);
  const regions = [...halls.keys()].slice(0, REGIONS);
  // The third hall of each town comes before the fourth of any: who has many halls has most kiosks.
  const places = regions.flatMap((region) =>
    (halls.get(region) ?? []).map((name, nth) => ({ region, name, nth })),
  );
  return places
    .toSorted((left, right) => left.nth - right.nth)
    .slice(0, KIOSKS)
    .sort((left, right) => regions.indexOf(left.region) - regions.indexOf(right.region))
    .map(({ region, name }, at): MadeUpKiosk => {
      const plight = PLIGHT_OF[at] ?? 'well';
      const first = regions.indexOf(region) < BIG_TOWNS;
      return {
        kioskId: `kiosk-${(0xa10000 + at * 97).toString(16)}${String(at).padStart(6, '0')}`,
        name,
        region,
        model: at % 3 === 0 ? MADE_UP_MODELS[1] : MADE_UP_MODELS[0],
        tags: [
          first ? '市区' : '县区',
          ...(plight === 'well' && at % CANARY_EVERY === 1 ? [CANARY_TAG] : []),
          ...(at % 5 === 0 ? ['24小时'] : []),
        ],
        plight,
        busy: first ? 22 : 11,
      };
    });
}

function hallsByRegion(shipped: ReleaseDesk['shipped']): Map<string, string[]> {
  const directory = DOCUMENT_CONTENTS.directory.parse(shipped.of('directory', DEFAULT_PACK)?.content);
  const halls = new Map<string, string[]>();
  for (const { kind, items } of Object.values(directory.outlets)) {
    if (kind === 'hospital') continue;
    for (const { region, name } of items) {
      const known = halls.get(region) ?? [];
      if (!known.includes(name)) halls.set(region, [...known, name]);
    }
  }
  return halls;
}
