import { hasHostage, isDone, isPending } from '../../../src/transaction/request-state.ts';
import { troubleCode } from './card-moves.ts';
import { isBound } from './make-card.ts';
import { requestKey } from './request-act.ts';
import type { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { settleRequestNow } from './settle-request-now.ts';

/** How long the switch may take before its end is called unknown, milliseconds. */
const SWITCH_PATIENCE_MS = 15_000;
/** How long the sensors are asked where a move's answer was lost, milliseconds. */
const SENSOR_PATIENCE_MS = 3_000;
/** A card at the gate that nobody took goes back within this time, milliseconds. */
const RETRACT_PATIENCE_MS = 10_000;

/**
 * SWAP-3: the old card into the retain bin, and in the same commit as that fact the switch into the outbox: from here
 * the new card will be finished, whatever happens. Before it the old card is the resident's.
 */
export async function switchOldCard(
  tools: RequestTools,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<'switched' | 'old-card-still-latched' | 'unknown'> {
  const { store, machines, timers, crashPoint } = tools;
  if (!isBound(record) || !hasHostage(record.state())) throw new Error('no old card to be switched');
  const acceptor = machines.acceptor();
  const status = await acceptor?.status();
  if (!acceptor || !status?.ok || status.value.media !== 'latched' || status.value.retainBin === 'full') {
    return 'old-card-still-latched';
  }
  crashPoint('request-retain-old-before-intent');
  record.write({ kind: 'intent', act: 'retain-old', key: null, detail: {} });
  crashPoint('request-retain-old-after-intent');
  const kept = await acceptor.retain();
  crashPoint('request-retain-old-after-act');
  // Only a jam is believed without a look: for everything else the sensors say where the card is.
  const result = kept.ok ? 'kept' : kept.error.kind === 'jammed' ? 'unknown-place' : null;
  if (result) {
    const code = kept.ok ? null : troubleCode(kept.error);
    store.transaction(() => {
      record.write({ kind: 'outcome', act: 'retain-old', key: null, detail: { result, code } });
      if (result === 'kept') record.enqueue({ kind: 'switch', request: requestKey(record.state()) });
    });
  }
  crashPoint('request-retain-old-after-outcome');
  if (result === null) {
    const enough = () => record.state().oldCard !== 'intended';
    const until = timers.elapsed() + SENSOR_PATIENCE_MS;
    await settleRequestNow(tools, record, { until, waitForOutbox: false, enough, signal });
    const { oldCard, switched } = record.state();
    if (oldCard === 'kept' && switched.stage === 'not-begun') {
      record.enqueue({ kind: 'switch', request: requestKey(record.state()) });
    }
  }
  if (record.state().oldCard === 'still-latched') return 'old-card-still-latched';
  return (await switchAnswered(tools, record, signal)) ? 'switched' : 'unknown';
}

/** Waits for the sender to bring the authority's word about the switch. */
async function switchAnswered(
  { timers, changes }: RequestTools,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<boolean> {
  const until = timers.elapsed() + SWITCH_PATIENCE_MS;
  for (;;) {
    const { switched } = record.state();
    const left = until - timers.elapsed();
    if (!isPending(switched) || left <= 0 || signal.aborted) return isDone(switched);
    await changes.next(record.request.transactionId, timers, left, signal);
  }
}

/** Rows 15-16: to the gate for as long as the policy and the resident's time allow, then back in and kept for them. */
export async function handOver(
  tools: RequestTools,
  record: RequestRecord,
  signal: AbortSignal,
): Promise<'taken' | 'retained' | 'unknown'> {
  const { machines, timers, crashPoint, issuance } = tools;
  const state = record.state();
  const card = state.cards.at(-1)?.card;
  if (card === undefined || !isBound(record) || (hasHostage(state) && !isDone(state.switched))) {
    throw new Error('only a bound card, and after the switch, goes to the gate');
  }
  const issuer = machines.issuer();
  if (!issuer) return 'unknown';
  crashPoint('request-present-before-intent');
  record.write({ kind: 'intent', act: 'present', key: null, detail: { card } });
  crashPoint('request-present-after-intent');
  const presented = await issuer.present();
  if (presented.ok) {
    const taken = new AbortController();
    const late = new AbortController();
    void timers.sleep(issuance().takeCardSeconds * 1_000, taken.signal).then(() => late.abort());
    const waited = await issuer.waitTaken(AbortSignal.any([signal, late.signal]));
    taken.abort();
    crashPoint('request-present-after-act');
    if (waited.ok) {
      const detail = { card, result: waited.value, code: waited.value === 'taken' ? null : 'gate' };
      record.writeAndFollow({ kind: 'outcome', act: 'present', key: null, detail });
      crashPoint('request-present-after-outcome');
    }
  }
  if (record.state().cards.at(-1)?.present === 'taken') return 'taken';
  // The resident's time is over: what the sensors say decides, as after a power cut.
  await settleRequestNow(tools, record, {
    until: timers.elapsed() + RETRACT_PATIENCE_MS,
    waitForOutbox: false,
    signal: new AbortController().signal,
  });
  const end = record.state().cards.at(-1);
  return end?.bin?.end === 'binned' || end?.bin?.end === 'stayed' ? 'retained' : 'unknown';
}
