import type { CardIssuer } from '../../../src/ports/card-issuer.ts';
import type { MadeCard, MakingPhase } from '../../../src/ports/card-transaction.ts';
import type { RequestEntry } from '../../../src/transaction/request-entries.ts';
import { isDone, isSpoilt, standsAt } from '../../../src/transaction/request-state.ts';
import { issuerPosition, moveToBin, troubleCode } from './card-moves.ts';
import { personalise } from './personalise.ts';
import { actAtAuthority, requestKey } from './request-act.ts';
import type { RequestRecord } from './request-record.ts';
import type { RequestTools } from './request-tools.ts';
import { settleRequestNow } from './settle-request-now.ts';

type Why = Extract<MadeCard, { state: 'not-made' }>['why'];
const notMade = (why: Why): MadeCard => ({ state: 'not-made', why });

/** How long the sensors are asked where a move's answer was lost, milliseconds. */
const SENSOR_PATIENCE_MS = 3_000;

/**
 * Rows 9-14 for the blanks the policy allows. A blank whose chip or face fails goes to the bin before the next one is
 * taken; trouble that another blank would meet as well ends it.
 */
export async function makeCard(
  tools: RequestTools,
  record: RequestRecord,
  onPhase: (phase: MakingPhase, blank: number) => void,
  signal: AbortSignal,
): Promise<MadeCard> {
  const { blanksToTry } = tools.issuance();
  requestKey(record.state());
  if (record.state().cards.length > 0) throw new Error('blanks were taken for this request already');
  let why: Why = 'device';
  for (let blank = 1; blank <= blanksToTry; blank += 1) {
    const issuer = tools.machines.issuer();
    const ready = await readyToTake(tools, issuer);
    if (ready !== null || !issuer) return notMade(ready ?? 'device');
    onPhase('taking-blank', blank);
    const taken = await takeBlank(tools, record, issuer);
    if (taken.result !== 'at-chip-station')
      return notMade(taken.code === 'stock-empty' ? 'no-stock' : 'device');
    const card = record.state().cards.at(-1);
    // A blank that went past the chip station can't be written, and nobody hands it out.
    const made =
      card && isSpoilt(card)
        ? 'card'
        : await writeAndBind(tools, record, issuer, (phase) => onPhase(phase, blank), signal);
    if (made === 'bound') return { state: 'bound' };
    if (made === 'binding-unknown') return notMade('link-down');
    onPhase('rejecting', blank);
    await reject(tools, record);
    why = made === 'card' ? 'device' : made;
    const binned = record.state().cards.at(-1)?.bin?.end === 'binned';
    if (made !== 'card' || !binned || signal.aborted) return notMade(why);
  }
  return notMade(why);
}

/** null: a blank may be taken. A card of an earlier request that is still inside is never in the way of this one. */
async function readyToTake(
  { store, machines }: RequestTools,
  issuer: CardIssuer | null,
): Promise<Why | null> {
  if (!issuer || !machines.faces() || store.custody.inMachine('blank')) return 'device';
  if (store.custody.stock() < 1) return 'no-stock';
  const status = await issuer.status();
  if (!status.ok) return 'device';
  if (status.value.stock === 'empty') return 'no-stock';
  return status.value.position === 'none' && status.value.bin === 'room' ? null : 'device';
}

/** Row 9. */
async function takeBlank(
  tools: RequestTools,
  record: RequestRecord,
  issuer: CardIssuer,
): Promise<{ readonly result: string; readonly code: string | null }> {
  const { store, crashPoint } = tools;
  crashPoint('request-take-blank-before-intent');
  const card = store.transaction(() => {
    const line = store.custody.takeBlank(record.request.transactionId, 'taken');
    record.write({ kind: 'intent', act: 'take-blank', key: null, detail: { card: line } });
    return line;
  });
  crashPoint('request-take-blank-after-intent');
  const moved = await issuer.takeBlank();
  crashPoint('request-take-blank-after-act');
  const code = moved.ok ? null : troubleCode(moved.error);
  const result = moved.ok
    ? 'at-chip-station'
    : moved.error.kind === 'stock-empty'
      ? 'nothing-moved'
      : moved.error.kind === 'jammed'
        ? 'unknown-place'
        : null;
  if (result) {
    record.write({ kind: 'outcome', act: 'take-blank', key: null, detail: { card, result, code } });
  } else {
    await believeIssuer(tools, record, () => record.state().cards.at(-1)?.taken !== 'intended');
  }
  crashPoint('request-take-blank-after-outcome');
  return { result: record.state().cards.at(-1)?.taken ?? 'intended', code };
}

/** Rows 11-14; where it is not bound, what was in the way. */
async function writeAndBind(
  tools: RequestTools,
  record: RequestRecord,
  issuer: CardIssuer,
  onPhase: (phase: MakingPhase) => void,
  signal: AbortSignal,
): Promise<'bound' | 'binding-unknown' | 'card' | Why> {
  const { crashPoint } = tools;
  const card = record.state().cards.at(-1)?.card ?? '';
  const request = requestKey(record.state());
  onPhase('writing');
  crashPoint('request-personalise-before-intent');
  record.write({ kind: 'intent', act: 'personalise', key: null, detail: { card } });
  crashPoint('request-personalise-after-intent');
  const made = await personalise(tools, issuer, request, onPhase, signal);
  crashPoint('request-personalise-after-act');
  const end = made.ok
    ? ({ result: 'done', code: null } as const)
    : ({ result: 'failed', code: made.error.code } as const);
  record.write({ kind: 'outcome', act: 'personalise', key: null, detail: { card, ...end } });
  crashPoint('request-personalise-after-outcome');
  if (!made.ok) return made.error.why;
  onPhase('binding');
  const bound = await actAtAuthority(
    tools,
    record,
    { kind: 'intent', act: 'bind', key: record.newKey(), detail: {} },
    { kind: 'card.bind', receiptReference: record.request.reference, request, ...made.value },
    ({ cards }) => cards.at(-1)?.bind ?? { stage: 'not-begun' },
    signal,
  );
  switch (bound.state) {
    case 'done':
      return 'bound';
    case 'unknown':
      return 'binding-unknown';
    case 'refused':
      return 'refused';
    case 'nothing-happened':
      return 'link-down';
  }
}

/** Row 10: the blank into the bin from where it stands, once; the sensors say where it is if the machine does not. */
async function reject(tools: RequestTools, record: RequestRecord): Promise<void> {
  const last = record.state().cards.at(-1);
  if (!last) return;
  const step = { kind: 'to-bin', card: last.card, as: 'rejected', from: standsAt(last) } as const;
  await moveToBin(tools, record, step, (entry: RequestEntry) => record.write(entry));
  const known = () => {
    const bin = record.state().cards.at(-1)?.bin;
    return bin === null || bin?.end !== null;
  };
  if (!known()) await believeIssuer(tools, record, known);
}

/** The sensors' word into the journal where the machine's answer was lost. */
async function believeIssuer(
  tools: RequestTools,
  record: RequestRecord,
  enough: () => boolean,
): Promise<void> {
  const issuer = await issuerPosition(tools.machines.issuer());
  await settleRequestNow(tools, record, {
    until: tools.timers.elapsed() + SENSOR_PATIENCE_MS,
    waitForOutbox: false,
    signal: new AbortController().signal,
    devices: { issuer, acceptor: null },
    enough,
  });
}

/** Whether a card was made and tied to its owner. */
export const isBound = (record: RequestRecord): boolean => {
  const bind = record.state().cards.at(-1)?.bind;
  return bind !== undefined && isDone(bind);
};
