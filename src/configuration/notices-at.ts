import type { NoticeBoard } from '../contracts/configuration/small-documents.ts';

/** The notices whose time it is, warnings first. `now`: milliseconds since the epoch; `until` is not in it. */
export const noticesAt = (all: NoticeBoard['notices'], now: number): NoticeBoard['notices'] =>
  all
    .filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
    .toSorted((one, other) => Number(other.level === 'warning') - Number(one.level === 'warning'));

/** When one of them begins or is over next; null: never again. Milliseconds since the epoch. */
export function noticesChangeAt(all: NoticeBoard['notices'], now: number): number | null {
  const ahead = all
    .flatMap(({ from, until }) => [Date.parse(from), Date.parse(until)])
    .filter((moment) => moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
