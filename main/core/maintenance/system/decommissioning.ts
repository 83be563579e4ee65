import type { Clock } from '../../../../src/ports/clock.ts';
import type { Decommissioning, LeftBehind } from '../../../../src/ports/maintenance/decommissioning.ts';
import type { Store } from '../../store/open-store.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { writeMarker } from './decommission-marker.ts';

export interface DecommissioningParts {
  readonly store: Pick<Store, 'identity' | 'audit' | 'journal' | 'outbox' | 'deadLetters' | 'custody'>;
  readonly sync: Pick<Sync, 'technicians'>;
  readonly kioskName: string;
  readonly clock: Clock;
  /** The store's, where the marker is put. */
  readonly folder: string;
  /** Ends this process; the next one destroys everything. */
  readonly end: () => void;
}

/** Gives this kiosk up, as far as the core that still has its store can. */
export const decommissioning = (parts: DecommissioningParts): Decommissioning => ({
  kioskName: parts.kioskName,
  leftBehind: () => leftBehind(parts.store),
  async tellCentre({ technician, second }, signal) {
    if (parts.store.identity.load().kioskId === null) return 'not-enrolled';
    const told = await parts.sync.technicians.giveUp({ technician, second }, signal);
    return told.ok ? 'told' : 'not-told';
  },
  async begin({ technician, second }, told) {
    const { store, kioskName, clock, folder } = parts;
    store.audit.record('decommission-begun', { technician, second, told });
    writeMarker(folder, {
      kioskId: store.identity.load().kioskId,
      kioskName,
      technician,
      second,
      told,
      at: clock.now(),
      destroyed: [],
      destroyedAt: null,
      printedAt: null,
    });
    parts.end();
  },
});

function leftBehind({
  audit,
  journal,
  outbox,
  deadLetters,
  custody,
}: DecommissioningParts['store']): LeftBehind {
  const { stock, blanks, ownCards } = custody.counts();
  return {
    openTransactions: journal.countOpen(),
    outbox: outbox.figures().waiting,
    deadLetters: deadLetters.count(),
    residentCards: ownCards.latched + ownCards.gate + ownCards.retained + ownCards.unknown,
    newCards: blanks.transport + blanks['chip-station'] + blanks.gate + blanks.retained + blanks.unknown,
    blanks: stock + blanks.rejected,
    unsentAudit: audit.newest() - audit.acknowledgedUpTo(),
  };
}
