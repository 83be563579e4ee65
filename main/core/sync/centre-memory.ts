import type { HeartbeatAnswer } from '../../../src/contracts/central/enrolment.ts';
import type { Store } from '../store/open-store.ts';

/**
 * Notices that the centre no longer has what it had: it was restored from an older backup (INV-4). Two signs, neither
 * of them a clock's. It has less of the audit trail than it acknowledged. Or it was started anew: then what it answered
 * since it last said how far it has the trail may be gone without a record missing.
 */
export class CentreMemory {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * `acknowledged`: how far the trail was acknowledged before the centre was asked. True where acts have to be asked
   * about again: which ones is remembered in the same commit that sets the trail back.
   */
  heard({ upSince, auditUpTo }: HeartbeatAnswer, acknowledged: number): boolean {
    if (auditUpTo === undefined) return false;
    const { audit, settings } = this.#store;
    const startedAnew = upSince !== undefined && ![null, upSince].includes(settings.get('centre-up-since'));
    const shorter = auditUpTo < acknowledged;
    const before = settings.get('centre-known-up-to');
    // What it has and has not acknowledged yet may be sent to it once more after a restore, as if it were new.
    const known = String(Math.min(auditUpTo, acknowledged));
    if (!startedAnew && !shorter && before === known) return false;
    this.#store.transaction(() => {
      if (startedAnew || shorter) {
        const waiting = settings.get('ask-again-after');
        const from = Math.min(auditUpTo, Number(before ?? auditUpTo), Number(waiting ?? auditUpTo));
        settings.set('ask-again-after', String(from));
      }
      if (shorter) audit.acknowledged(auditUpTo);
      if (upSince !== undefined) settings.set('centre-up-since', upSince);
      settings.set('centre-known-up-to', known);
    });
    return startedAnew || shorter;
  }
}
