import type { Heartbeat } from '../../../src/contracts/central/enrolment.ts';
import type { Tile } from '../../../src/contracts/view.ts';

export interface OwnFigures {
  readonly tiles: readonly Tile[];
  /** Blanks by the ledger (INV-3); null in a kiosk that makes no cards. */
  readonly blanks: number | null;
  /** A receipt can come out; null where there is no printer. */
  readonly paper: boolean | null;
}

/** What a heartbeat says of this kiosk as residents find it: which services work now, and what is left of what is used up. */
export const ownFigures = ({
  tiles,
  blanks,
  paper,
}: OwnFigures): Required<Pick<Heartbeat, 'services' | 'supplies'>> => ({
  services: tiles.map(({ service, available, reason }) => ({ service, available, reason })),
  supplies: {
    blanks,
    paper: paper === null ? null : paper ? 'enough' : 'out',
    bins: [],
    receipts: null,
    cardsIssued: null,
  },
});
