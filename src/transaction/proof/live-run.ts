import type { IdempotencyKey } from '../../brand.ts';
import type { RequestEntry } from '../request-entries.ts';
import type { RequestState } from '../request-state.ts';
import { type ActTruth, type BlankTruth, type World, withBlank } from './possible-world.ts';
import { keyOf } from './request-alphabet.ts';

/** An entry, and what is true outside once it is written. */
export interface Written {
  readonly entry: RequestEntry;
  readonly world: World;
}

type Intent = Extract<RequestEntry, { kind: 'intent' }>;

/**
 * What a live run may begin: every act that is not an order of settling. Whether it may be begun now is the reader's to
 * say; a run that begins less is one of these runs.
 */
export function liveIntents(state: RequestState, blanks: number): Intent[] {
  const number = state.cards.length;
  const kind = 'intent';
  const card = `b-${number}`;
  const keyed = (act: 'pay' | 'loss' | 'bind'): Intent => ({
    kind,
    act,
    key: keyOf(act, number),
    detail: {},
  });
  const submit = (issue: 'at-outlet' | 'on-the-spot'): Intent => ({
    kind,
    act: 'submit',
    key: keyOf('submit', 0),
    detail: { issue },
  });
  const bin = (from: 'chip-station' | 'gate'): Intent => ({
    kind,
    act: 'to-bin',
    key: null,
    detail: { card, as: 'rejected', from },
  });
  const intents: Intent[] = [
    keyed('pay'),
    keyed('loss'),
    submit('at-outlet'),
    submit('on-the-spot'),
    { kind, act: 'personalise', key: null, detail: { card } },
    keyed('bind'),
    { kind, act: 'retain-old', key: null, detail: {} },
    { kind, act: 'present', key: null, detail: { card } },
  ];
  if (number < blanks) {
    intents.push({ kind, act: 'take-blank', key: null, detail: { card: `b-${number + 1}` } });
  }
  // A second move to the bin is settling's, and so is every move once the request is being ended.
  const live = state.delivery.stage === 'not-begun' && state.cards.at(-1)?.bin === null;
  return live ? [...intents, bin('chip-station'), bin('gate')] : intents;
}

/** Every way the world may be right after an intent: the act was begun, done, done halfway, or never begun. */
export function afterIntent({ act }: Intent, world: World): World[] {
  const blank = (...places: BlankTruth[]): World[] => places.map((place) => withBlank(world, place));
  switch (act) {
    case 'pay':
      return [{ ...world, order: 'on-its-way' }];
    case 'loss':
    case 'submit':
    case 'bind':
      return [{ ...world, [act]: 'on-its-way' }];
    case 'cancel':
    case 'refund':
    case 'switch':
    case 'deliver':
      return [{ ...world, [act]: 'queued' }];
    case 'take-blank': {
      const places: BlankTruth[] = ['stack', 'ic', 'gate', 'stuck'];
      return places.map((place) => ({ ...world, bind: 'none', blanks: [...world.blanks, place] }));
    }
    case 'present':
      return world.blanks.at(-1) === 'ic' ? blank('ic', 'gate', 'stuck') : [world];
    case 'to-bin': {
      const place = world.blanks.at(-1);
      return place === 'ic' || place === 'gate' ? blank(place, 'bin', 'stuck') : [world];
    }
    case 'retain-old':
      return [world, { ...world, old: 'bin' }, { ...world, old: 'stuck' }];
    case 'personalise':
    case 'print-receipt':
      return [world];
  }
}

/** The outcomes a live run or the sender may write in this world: what was answered, and nothing that is not true. */
export function liveOutcomes(state: RequestState, world: World): Written[] {
  return [...moneyOutcomes(state, world), ...actOutcomes(state, world), ...cardOutcomes(state, world)];
}

function moneyOutcomes({ pay }: RequestState, world: World): Written[] {
  if (pay === null) return [];
  const { order } = world;
  const end = (detail: Extract<RequestEntry, { act: 'pay'; kind: 'outcome' }>['detail'], then = world) => ({
    entry: { kind: 'outcome', act: 'pay', key: pay.key, detail } as const,
    world: then,
  });
  switch (order) {
    case 'on-its-way':
      // Not one byte left this machine, or it was voided.
      return [end({ result: 'not-paid', why: 'none' }, { ...world, order: 'void' })];
    case 'refused':
      return [end({ result: 'not-paid', why: 'refused' })];
    case 'open':
      return [end({ result: 'open' })];
    case 'paid':
      return [end({ result: 'paid', paidFen: world.totalFen - world.refundedFen }), end({ result: 'open' })];
    case 'expired':
    case 'cancelled':
      return [end({ result: 'not-paid', why: order })];
    default:
      return [];
  }
}

function actOutcomes(state: RequestState, world: World): Written[] {
  const cards = state.cards.length;
  const write = (
    act: 'loss' | 'submit' | 'bind' | 'cancel' | 'refund' | 'switch' | 'deliver',
    truth: ActTruth,
    key: IdempotencyKey = keyOf(act, cards),
  ): Written[] => {
    const outcome = (detail: object, then: World): Written => ({
      entry: { kind: 'outcome', act, key, detail } as RequestEntry,
      world: then,
    });
    if (truth === 'done' || truth === 'void') return [outcome({ result: truth }, world)];
    if (truth === 'refused') return [outcome({ result: 'refused', code: 'no-card' }, world)];
    // Not one byte left this machine.
    return truth === 'on-its-way' ? [outcome({ result: 'void' }, { ...world, [act]: 'void' })] : [];
  };
  return [
    ...(['loss', 'submit', 'bind'] as const).flatMap((act) => write(act, world[act])),
    ...(['cancel', 'refund', 'switch', 'deliver'] as const).flatMap((act) => {
      const truth = world[act];
      return truth === 'done' || truth === 'refused' ? write(act, truth) : [];
    }),
  ];
}

function cardOutcomes({ cards, oldCard }: RequestState, world: World): Written[] {
  const last = cards.at(-1);
  const written: Written[] = [];
  const write = (entry: object): void => {
    written.push({ entry: { kind: 'outcome', key: null, ...entry } as RequestEntry, world });
  };
  if (oldCard === 'intended') {
    if (world.old === 'bin') write({ act: 'retain-old', detail: { result: 'kept', code: null } });
    if (world.old === 'stuck') write({ act: 'retain-old', detail: { result: 'unknown-place', code: null } });
  }
  const place = world.blanks.at(-1);
  if (last === undefined || place === undefined) return written;
  const { card } = last;
  const move = (act: string, result: string, code: string | null = null) =>
    write({ act, detail: { card, result, code } });
  if (last.taken === 'intended') {
    if (place === 'ic') move('take-blank', 'at-chip-station');
    if (place === 'gate') move('take-blank', 'at-chip-station', 'gate');
    if (place === 'stack') move('take-blank', 'nothing-moved');
    if (place === 'stuck') move('take-blank', 'unknown-place');
  }
  if (last.written === 'intended') {
    if (place === 'ic') move('personalise', 'done');
    move('personalise', 'failed');
  }
  if (last.present === 'intended') {
    if (place === 'out') move('present', 'taken');
    if (place === 'gate') move('present', 'not-taken', 'gate');
  }
  if (last.bin !== null && last.bin.end === null) {
    // Where the machine did not answer, the sensors' word stands: it was seen, or nothing is to be seen any more.
    if (place === 'bin') move('to-bin', 'binned');
    if (place === 'bin' && last.bin.from === 'chip-station') move('to-bin', 'binned', 'none');
    if (place === 'ic' || place === 'gate') {
      move('to-bin', 'stayed', 'bin-full');
      move('to-bin', 'stayed', place);
    }
    if (place === 'stuck') move('to-bin', 'unknown-place', 'jammed');
    // A machine that was told twice by its own line finds no card the second time, though it is in the bin.
    if (place === 'out' || place === 'bin') move('to-bin', 'unknown-place', 'none');
  }
  return written;
}
