import type { ViewOf } from '../../src/contracts/view.ts';
import type { Answer } from '../design/answer-list.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { yuanOf } from './field-value.ts';

/** Letters of a meaning that takes the room of an answer. */
const LONG = { 'zh-CN': 44, en: 95 } as const;

/** An address takes the room of two lines, as does money that comes back. */
export const weigh = (answer: Answer): number =>
  answer.key === 'place' || (answer.key === 'money' && String(answer.value).length > 18) ? 1.6 : 1;

/** Lines of a receipt, each with what it is. */
export function answersOf(
  view: ViewOf<'receipt'>,
  words: Catalogue['receipt'],
  day: (value: string) => string,
): Answer[] {
  const { place } = view;
  const lines: readonly (readonly [string, string, string | null])[] = [
    ['reference', words.reference, view.reference],
    ['money', words.money.label, view.money === null ? null : moneyInWords(view.money, words.money)],
    ['valid', words.validUntil, view.validUntil === null ? null : day(view.validUntil)],
    ['lost', words.lostUntil, view.lostUntil === null ? null : day(view.lostUntil)],
    ['application', words.applicationNumber, view.applicationNumber],
    ['ready', words.readyBy, view.readyBy === null ? null : day(view.readyBy)],
    [
      'collect',
      words.collectWithin,
      view.collectWithinDays === null ? null : words.collectWithinDays(view.collectWithinDays),
    ],
    [
      'place',
      view.state === 'go-to-counter' ? words.counter : words.place,
      place === null ? null : [place.name, place.address, place.phones[0]].join(' '),
    ],
  ];
  return lines.flatMap(([key, label, value]) => (value === null ? [] : [{ key, label, value }]));
}

/** Taken, not taken, coming back, in yuan (experience.md). */
function moneyInWords(
  money: NonNullable<ViewOf<'receipt'>['money']>,
  words: Catalogue['receipt']['money'],
): string {
  switch (money.state) {
    case 'not-taken':
      return words['not-taken'];
    case 'taken':
      return words.taken(yuanOf(money.keptFen));
    case 'coming-back':
      return `${money.keptFen > 0 ? words.kept(yuanOf(money.keptFen)) : ''}${words['coming-back'](yuanOf(money.returnFen))}`;
    case 'unknown':
      return words.unknown;
  }
}

interface Room {
  readonly elder: boolean;
  readonly landscape: boolean;
}

/** How many lines there is room for, beside what else the receipt says. */
function roomFor(view: ViewOf<'receipt'>, meaning: string, { elder, landscape }: Room): number {
  const empty = landscape ? (elder ? 3.9 : 6.1) : elder ? 3.1 : 6.9;
  const long = meaning.length > LONG[view.language];
  const crowded = view.mobileUnconfirmed || view.refusal !== null || long;
  const taken = view.mobileUnconfirmed
    ? elder || landscape
      ? 2
      : 2.6
    : crowded && !landscape
      ? elder
        ? 2
        : 1.2
      : 0;
  const parts = landscape ? 0 : Math.max(0, view.parts.length - 2) * (elder ? 0.6 : 0.7);
  const next = view.next.length === 0 ? 0 : elder ? 1.3 : view.parts.length > 0 ? 1.8 : 3.7;
  const uncalled = callsOn(view, { elder, landscape }) ? 0 : 1;
  // The signed code stands higher than one or two things that were done.
  const isHigher = !landscape && !elder && view.qr !== null && view.parts.length < 3;
  const code = isHigher ? (view.next.length > 0 ? 2 : 0.5) : 0;
  return Math.max(1, empty - taken - parts - next - code + uncalled);
}

/** Whether the numbers to call have room on the receipt itself; they are behind Help in any case. */
export const callsOn = (view: ViewOf<'receipt'>, { elder, landscape }: Room): boolean =>
  landscape || !elder || (view.parts.length <= 2 && view.next.length === 0);

/** Turning pages takes the room of a line: what is only one line more is shown at once. */
export function capacityFor(view: ViewOf<'receipt'>, meaning: string, height: number, room: Room): number {
  const lines = roomFor(view, meaning, room);
  const saved = view.parts.length > 0 && !room.landscape ? 1.4 : 0;
  return height <= lines + saved ? height : lines;
}
