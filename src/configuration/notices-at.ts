import type { NoticeBoard } from '../contracts/configuration/small-documents.ts';

/** The notices whose time it is, warnings first. `now`: milliseconds since the epoch; `until` is not in it. */
export const noticesAt = (all: NoticeBoard['notices'], now: number): NoticeBoard['notices'] =>
  all
    .filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
    .toSorted((one, other) => Number(other.level === 'warning') - Number(one.level === 'warning'));
