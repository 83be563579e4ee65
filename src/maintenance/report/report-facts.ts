import { timeInShanghai } from '../../calendar/time-in-shanghai.ts';
import type { ReadinessLine } from '../../contracts/maintenance/readiness-report.ts';

type Fact = ReadinessLine['facts'][string];

const MEGABYTE = 1024 * 1024;
const bytes = (value: number): string => `${(value / MEGABYTE).toFixed(1)} MB`;

/** Facts that are no plain number, by the end of their name; the names themselves stay as in the audit. */
const WRITTEN: readonly (readonly [RegExp, (value: number) => string])[] = [
  [/^(validFrom|validTo|.*At)$/, timeInShanghai],
  [/(Bytes)$/, bytes],
  [/^growth$/, (value) => `${bytes(value)}/h`],
  [/Ms$/, (value) => `${Math.round(value)} ms`],
  [/Percent$/, (value) => `${value} %`],
];

/** `ledger 19, sensor enough`: for technicians and the office, in the order of the line. */
export const factWords = ({ facts }: ReadinessLine): string =>
  Object.entries(facts)
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${written(name, value)}`]))
    .join(', ');

function written(name: string, value: NonNullable<Fact>): string {
  if (typeof value !== 'number') return String(value);
  const [, write] = WRITTEN.find(([names]) => names.test(name)) ?? [];
  return write ? write(value) : String(Math.round(value * 100) / 100);
}
