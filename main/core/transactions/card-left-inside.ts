import { issuerPosition } from './card-moves.ts';
import type { RequestTools } from './request-tools.ts';

/**
 * INV-3: a card whose request ended while it stood in the machine (a full bin, say) and that the sensors no longer
 * see was taken out by hand. Its place is unknown until a technician says where it went; the machine may go on.
 */
export async function noteCardGone({ store, machines }: RequestTools): Promise<void> {
  const line = store.custody.inMachine('blank');
  if (!line?.transactionId || store.journal.find(line.transactionId)?.closedAt === null) return;
  if ((await issuerPosition(machines.issuer())) !== 'none') return;
  // A technician may have had it put into the bin meanwhile.
  if (store.custody.find(line.card)?.place !== line.place) return;
  store.transaction(() => {
    store.custody.move(line.card, 'unknown', 'taken-out-by-hand');
    store.audit.record('custody-corrected', {
      card: line.card,
      place: 'unknown',
      reason: 'taken-out-by-hand',
    });
  });
}
