import type { IdempotencyKey } from '../brand.ts';
import { answerOf } from './keyed-act.ts';
import type { RequestEntry, RequestService } from './request-entries.ts';
import { authorityDoes, type Choose, newWorld, type RequestWorld } from './request-world.ts';

const LOSS_FEN = 1_000;
const CARD_FEN = 1_500;
const BLANKS = 2;

/** The power fails: nothing is written any more. */
class PowerCut extends Error {}

/**
 * One resident's run as the core makes it, with every outcome each act can have, cut after any entry and before or
 * after the act behind an intent. What is in the journal and what is true outside may then differ by one act.
 */
export function liveRun(
  service: RequestService,
  free: boolean,
  choose: Choose,
): { entries: RequestEntry[]; world: RequestWorld } {
  const entries: RequestEntry[] = [];
  const world = newWorld(service);
  const write = (entry: RequestEntry): void => {
    entries.push(entry);
    if (choose(false, true)) throw new PowerCut();
  };
  try {
    runThrough(service, free, choose, world, write);
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error;
    const last = entries.at(-1);
    if (last?.kind === 'intent') actAfterIntent(world, last, choose);
  }
  return { entries, world };
}

/** What an act may have done by the time the power failed, its outcome unwritten. */
function actAfterIntent(world: RequestWorld, { act, key }: RequestEntry, choose: Choose): void {
  switch (act) {
    case 'pay': {
      const state = choose('none', 'open', 'paid', 'expired');
      const paidFen = state === 'paid' ? total(world.service) : 0;
      world.order = { state, paidFen, refundedFen: 0 };
      return;
    }
    case 'loss':
    case 'submit':
    case 'bind': {
      const came = choose('lost', 'done', 'refused');
      if (came === 'done' && key) authorityDoes(world, act, key);
      if (came === 'refused' && key) world.acts.set(key, { state: 'refused', code: 'no-card' });
      return;
    }
    case 'take-blank':
      world.issuer = choose('none', 'ic', 'gate', 'jammed');
      return;
    case 'present':
      world.issuer = choose('ic', 'gate', 'none', 'jammed');
      if (world.issuer === 'none') world.takenOut += 1;
      return;
    case 'retain-old':
      world.acceptor = choose('latched', 'none', 'jammed');
      world.oldInBin = world.acceptor === 'none';
      return;
    default:
      return;
  }
}

const total = (service: RequestService): number => (service === 'loss' ? LOSS_FEN : LOSS_FEN + CARD_FEN);

function runThrough(
  service: RequestService,
  free: boolean,
  choose: Choose,
  world: RequestWorld,
  write: (entry: RequestEntry) => void,
): void {
  const key = (act: string) => `k-${act}` as IdempotencyKey;
  const items: Extract<RequestEntry, { act: 'charge' }>['detail']['items'] = free
    ? []
    : [
        { what: 'loss' as const, fen: LOSS_FEN },
        ...(service === 'loss' ? [] : [{ what: 'card' as const, fen: CARD_FEN }]),
      ];
  write({ kind: 'outcome', act: 'charge', key: null, detail: { items } });
  if (items.length > 0) {
    write({ kind: 'intent', act: 'pay', key: key('pay'), detail: {} });
    world.order = { state: 'open', paidFen: 0, refundedFen: 0 };
    write({ kind: 'outcome', act: 'pay', key: key('pay'), detail: { result: 'open' } });
    const end = choose('paid', 'paid-late', 'expired', 'cancelled');
    if (end === 'paid-late') return;
    if (end === 'paid') {
      world.order = { state: 'paid', paidFen: total(service), refundedFen: 0 };
      const detail = { result: 'paid', paidFen: total(service) } as const;
      write({ kind: 'outcome', act: 'pay', key: key('pay'), detail });
    } else {
      world.order = { state: end, paidFen: 0, refundedFen: 0 };
      write({ kind: 'outcome', act: 'pay', key: key('pay'), detail: { result: 'not-paid', why: end } });
      return;
    }
  }
  const ask = (act: 'loss' | 'submit' | 'bind' | 'switch'): boolean => {
    const detail = act === 'submit' ? ({ issue: 'on-the-spot' } as const) : {};
    write({ kind: 'intent', act, key: key(act), detail } as RequestEntry);
    const end = choose('done', 'refused');
    if (end === 'done') authorityDoes(world, act, key(act));
    else world.acts.set(key(act), { state: 'refused', code: 'no-card' });
    const heard = world.acts.get(key(act));
    const answer = heard ? answerOf(heard) : null;
    write({ kind: 'outcome', act, key: key(act), detail: answer } as RequestEntry);
    return end === 'done';
  };
  if (service !== 'swap' && !ask('loss')) return;
  if (service === 'loss' || !ask('submit')) return;
  const card = makeCard(choose, world, write, ask);
  if (!card) return;
  if (service === 'swap' && !swapOld(choose, world, write, ask)) return;
  handOver(card, choose, world, write);
}

function makeCard(
  choose: Choose,
  world: RequestWorld,
  write: (entry: RequestEntry) => void,
  ask: (act: 'bind') => boolean,
): string | null {
  for (let blank = 1; blank <= BLANKS; blank += 1) {
    const card = `b-${blank}`;
    write({ kind: 'intent', act: 'take-blank', key: null, detail: { card } });
    const taken = choose('at-chip-station', 'nothing-moved', 'unknown-place');
    const issuers = { 'at-chip-station': 'ic', 'nothing-moved': 'none', 'unknown-place': 'jammed' } as const;
    world.issuer = issuers[taken];
    write({ kind: 'outcome', act: 'take-blank', key: null, detail: { card, result: taken, code: null } });
    if (taken !== 'at-chip-station') return null;
    write({ kind: 'intent', act: 'personalise', key: null, detail: { card } });
    const result = choose('done', 'failed');
    write({ kind: 'outcome', act: 'personalise', key: null, detail: { card, result, code: null } });
    if (result === 'done') return ask('bind') ? card : null;
    const as = 'rejected';
    write({ kind: 'intent', act: 'to-bin', key: null, detail: { card, as, from: 'chip-station' } });
    world.issuer = 'none';
    world.inBin += 1;
    write({ kind: 'outcome', act: 'to-bin', key: null, detail: { card, result: 'binned', code: null } });
  }
  return null;
}

function swapOld(
  choose: Choose,
  world: RequestWorld,
  write: (entry: RequestEntry) => void,
  ask: (act: 'switch') => boolean,
): boolean {
  write({ kind: 'intent', act: 'retain-old', key: null, detail: {} });
  const result = choose('kept', 'still-latched', 'unknown-place');
  world.acceptor = ({ kept: 'none', 'still-latched': 'latched', 'unknown-place': 'jammed' } as const)[result];
  world.oldInBin = result === 'kept';
  write({ kind: 'outcome', act: 'retain-old', key: null, detail: { result, code: null } });
  return result === 'kept' && ask('switch');
}

function handOver(
  card: string,
  choose: Choose,
  world: RequestWorld,
  write: (entry: RequestEntry) => void,
): void {
  write({ kind: 'intent', act: 'present', key: null, detail: { card } });
  const result = choose('taken', 'not-taken', 'unknown');
  world.issuer = result === 'not-taken' ? 'gate' : 'none';
  if (result !== 'not-taken') world.takenOut += 1;
  write({ kind: 'outcome', act: 'present', key: null, detail: { card, result, code: null } });
}
