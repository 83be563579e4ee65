import type { IdempotencyKey } from '../../brand.ts';
import { type RequestEntry, type RequestService, requestEntry } from '../request-entries.ts';
import { OF_SERVICE } from '../request-order.ts';
import type { RequestState } from '../request-state.ts';
import { everyValue, type Representatives } from './alphabet.ts';

export const LOSS_FEN = 700;
export const CARD_FEN = 900;

export type Items = RequestState['items'];

/** Every charge a service can have, a free one among them. */
export const chargesOf = (service: RequestService): readonly Items[] =>
  OF_SERVICE[service].costs.reduce<Items[]>(
    (sofar, what) =>
      sofar.flatMap((items) => [items, [...items, { what, fen: what === 'loss' ? LOSS_FEN : CARD_FEN }]]),
    [[]],
  );

export const sumOf = (items: Items): number => items.reduce((sum, { fen }) => sum + fen, 0);

/** Of the refusals one stands for all: no step hangs on which it is, and a test of its own shows that. */
export const REFUSAL = 'no-card';
const CARDS = ['b-1', 'b-2'];
const KEY = 'k-of-the-act' as IdempotencyKey;

/** Where a card may stand and what a machine may say of a move, as far as any step hangs on it. */
const WORDS: Readonly<Record<string, readonly (string | null)[]>> = {
  'take-blank': [null, 'gate'],
  personalise: [null],
  'to-bin': [null, 'bin-full', 'none', 'ic', 'gate', 'jammed'],
  present: [null, 'ic', 'gate', 'none', 'jammed'],
  'retain-old': [null],
};

/** All entries the shapes allow, for one charge; `paid`: the sums an order may have brought. */
export function requestAlphabet(items: Items, paid: readonly number[]): readonly RequestEntry[] {
  const sums = new Set([0, ...paid]);
  const refunds = new Set([1, LOSS_FEN, CARD_FEN, ...paid, ...paid.map((fen) => fen - sumOf(items))]);
  const named: Representatives = {
    key: [KEY],
    card: CARDS,
    items: [items],
    fen: [],
    paidFen: [...sums],
    amountFen: [...refunds].filter((fen) => fen > 0),
    outcome: ['handed-over', 'retained', 'maybe-taken', 'not-issued'],
  };
  const bare = requestEntry.options.flatMap((option) => {
    const act = String(everyValue(option.shape.act, {})[0]);
    const entries = everyValue(option, {
      ...named,
      ...(option.shape.key.def.type === 'null' ? { key: [null] } : {}),
      code: WORDS[act] ?? [REFUSAL],
      ...(act === 'print-receipt' ? { outcome: ['printed'] } : {}),
    });
    return entries as RequestEntry[];
  });
  return bare;
}

/** The entry with the key its act has in this state; `other`: with a key that is not its own. */
export function keyedIn(state: RequestState, entry: RequestEntry): RequestEntry {
  if (entry.key === null) return entry;
  return { ...entry, key: keyOf(entry.act, state.cards.length) } as RequestEntry;
}

export const keyOf = (act: RequestEntry['act'], cards: number): IdempotencyKey =>
  (act === 'bind' ? `k-bind-${cards}` : `k-${act}`) as IdempotencyKey;
