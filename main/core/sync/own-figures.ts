import type { Heartbeat } from '../../../src/contracts/central/enrolment.ts';
import type { Tile } from '../../../src/contracts/view.ts';
import { THRESHOLDS } from '../../../src/maintenance/thresholds.ts';
import { BINS, type Bin } from '../maintenance/custody-words.ts';
import { cardsInBin } from '../maintenance/empty-bin.ts';
import type { DeviceCount } from '../store/device-care-store.ts';
import type { Store } from '../store/open-store.ts';

export interface OwnFigures {
  readonly tiles: readonly Tile[];
  readonly store: Pick<Store, 'custody' | 'cardOwners'>;
  /** Whether this kiosk has the machine that this bin is in. */
  readonly fitted: (machine: Bin) => boolean;
  /** A receipt can come out; null where there is no printer. */
  readonly paper: boolean | null;
  /** The printer's counts; null where nothing is counted or there is none. */
  readonly printed: readonly DeviceCount[] | null;
}

/** Most kept cards that one heartbeat tells of: more than the bins hold. */
const MOST_KEPT = 200;

type Figures = Required<Pick<Heartbeat, 'services' | 'supplies' | 'keptCards'>>;

/** What a heartbeat says of this kiosk as residents find it: which services work now, what is used up, which cards it kept. */
export const ownFigures = ({ tiles, store, fitted, paper, printed }: OwnFigures): Figures => {
  const makesCards = fitted('issuer');
  const { stock, blanks } = store.custody.counts();
  return {
    services: tiles.map(({ service, available, reason }) => ({ service, available, reason })),
    supplies: {
      blanks: makesCards ? stock : null,
      paper: paper === null ? null : paper ? 'enough' : 'out',
      bins: BINS.filter(fitted).map((bin) => ({
        bin,
        cards: cardsInBin(store, bin).length,
        capacity: THRESHOLDS.binCapacity,
      })),
      receipts: printed && operationsIn(printed),
      cardsIssued: makesCards ? blanks['handed-over'] : null,
    },
    keptCards: [...keptIn(store, 'resident'), ...keptIn(store, 'blank')].slice(0, MOST_KEPT),
  };
};

const operationsIn = (counts: readonly DeviceCount[]): number =>
  counts.reduce((sum, { kind, count }) => sum + (kind === 'operation' ? count : 0), 0);

/** INV-5: cards that belong to somebody, in the bins of both machines. Masked as on residents' screens. */
function keptIn({ custody, cardOwners }: OwnFigures['store'], origin: 'resident' | 'blank') {
  return custody.at(origin, 'retained').map(({ card, reason }) => {
    const { masked, reference } = cardOwners.find(card);
    const since = custody.moves(card).at(-1)?.at ?? 0;
    return { card: masked ?? card, place: BIN_OF[origin], reason, since, reference };
  });
}
const BIN_OF = { resident: 'acceptor', blank: 'issuer' } as const satisfies Record<string, Bin>;
