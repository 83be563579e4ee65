import type { RequestPlan } from '../../src/ports/card-transaction.ts';
import type { Timers } from '../../src/ports/clock.ts';
import type { Transactions } from '../../src/ports/transactions.ts';
import type { Store } from './store/open-store.ts';
import { MODEL_CARD } from './sync/model-personalisation.ts';
import { cardRequest, lossReport } from './test-requests.ts';

/** How long the resident of `cancel` looks at the QR code, milliseconds. */
const LOOKS_MS = 100;

/** What replacements and swaps of the crash tests cost. */
export const JOURNEY_CHARGE: RequestPlan['charge'] = [
  { what: 'loss', fen: 1_000 },
  { what: 'card', fen: 1_500 },
];

/** One resident's request as a flow makes it, up to its conclusion; each step only where the one before was well. */
export async function crashJourney(
  act: 'replace' | 'cancel' | 'swap',
  transactions: Transactions,
  store: Store,
  signal: AbortSignal,
  timers: Timers,
): Promise<void> {
  const { socialSecurityNumber } = MODEL_CARD;
  const swap = act === 'swap';
  if (swap) store.custody.acceptOwnCard('accepted');
  const request = transactions.openRequest({
    service: swap ? 'swap' : 'replace',
    socialSecurityNumber,
    charge: swap ? [] : JOURNEY_CHARGE,
  });
  const well = async (): Promise<boolean> => {
    if (swap) return true;
    const order = await request.createOrder(180, signal);
    if (order.state !== 'open') return false;
    const leaves = new AbortController();
    if (act === 'cancel') void timers.sleep(LOOKS_MS).then(() => leaves.abort());
    if ((await request.awaitPayment(leaves.signal)) !== 'paid') return false;
    return (await request.reportLoss(lossReport(), signal)).state === 'done';
  };
  if (await well()) {
    const accepted = await request.submit(cardRequest(swap ? 'swap' : 'replacement'), signal);
    if (accepted.state === 'done') {
      const made = await request.makeCard(() => undefined, signal);
      const ready = made.state === 'bound' && (!swap || (await request.switchOldCard(signal)) === 'switched');
      if (ready) await request.handOver(signal);
    }
  }
  await request.conclude(3_000, signal);
}
