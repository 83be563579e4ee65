import type { ReadinessLine, ReadinessSubject } from '../../../src/contracts/maintenance/readiness-report.ts';
import type { Language } from '../../../src/contracts/view.ts';
import { readableSince } from '../../frame/moment.ts';
import type { Catalogue } from '../../texts/catalogue.ts';

type Fact = ReadinessLine['facts'][string];
type Unit = 'number' | 'bytes' | 'milliseconds' | 'percent' | 'moment' | 'day';

const UNITS: Readonly<Record<string, Unit>> = {
  offsetMs: 'milliseconds',
  validTo: 'day',
  freeBytes: 'bytes',
  totalBytes: 'bytes',
  coreBytes: 'bytes',
  growth: 'bytes',
  sizeBytes: 'bytes',
  policyAt: 'moment',
  devicesAt: 'moment',
  batteryPercent: 'percent',
};

/** Which facts help a person in front of the kiosk, in their order; the others are for the paper and the centre. */
const SHOWN: Partial<Record<ReadinessSubject, readonly string[]>> = {
  stack: ['ledger', 'sensor'],
  bin: ['ledger', 'sensor', 'capacity'],
  queue: ['waiting'],
  'dead-letters': ['deadLetters'],
  'open-transactions': ['open'],
  'unknown-transactions': ['transactions'],
  'cards-out-of-sight': ['cards'],
  clock: ['offsetMs'],
  certificate: ['validTo'],
  disk: ['freeBytes', 'totalBytes'],
  memory: ['coreBytes', 'growth'],
  database: ['faults', 'sizeBytes'],
  versions: ['software', 'policy'],
  configuration: ['policyAt', 'devicesAt', 'running', 'newest'],
  camera: ['light', 'focus'],
  network: ['address'],
  power: ['batteryPercent'],
  'technician-list': ['version'],
};

/** Counts that say nothing where they are none. */
const NONE_SAYS_NOTHING: ReadonlySet<string> = new Set([
  'waiting',
  'deadLetters',
  'open',
  'transactions',
  'cards',
  'faults',
]);

const MEGABYTE = 1024 * 1024;

/** Bytes as people say them; a thousand megabytes are a gigabyte. */
function bytes(value: number, language: Language): string {
  const giga = Math.abs(value) >= 1000 * MEGABYTE;
  const unit = giga ? 'gigabyte' : 'megabyte';
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    value / (giga ? 1024 * MEGABYTE : MEGABYTE),
  );
}

/** A length of time in its largest useful unit. Milliseconds. */
export function length(ms: number, language: Language): string {
  const seconds = Math.abs(ms) / 1000;
  const [value, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5_400
        ? [seconds / 60, 'minute']
        : seconds < 172_800
          ? [seconds / 3_600, 'hour']
          : [seconds / 86_400, 'day'];
  const digits = unit === 'second' && value < 10 ? 1 : 0;
  const style = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(language, { ...style, maximumFractionDigits: digits }).format(value);
}

interface Told {
  readonly now: number;
  readonly language: Language;
  readonly words: Catalogue['conditions'];
}

function value(name: string, fact: NonNullable<Fact>, { now, language, words }: Told): string {
  if (typeof fact === 'string') return words.values[fact] ?? fact;
  if (typeof fact === 'boolean') return `${fact}`;
  switch (UNITS[name] ?? 'number') {
    case 'bytes':
      return bytes(fact, language);
    case 'milliseconds':
      return length(fact, language);
    case 'percent':
      return `${fact} %`;
    case 'moment':
      return readableSince(fact, now, language);
    case 'day':
      return new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'medium' }).format(
        fact,
      );
    case 'number':
      return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(fact);
  }
}

/** The facts of a line as short pairs: `账面 12`, `传感器 少`. */
export function factPairs(
  { subject, facts }: Pick<ReadinessLine, 'subject' | 'facts'>,
  told: Told,
): string[] {
  return (SHOWN[subject] ?? []).flatMap((name) => {
    const fact = facts[name];
    if (fact === undefined || fact === null || (fact === 0 && NONE_SAYS_NOTHING.has(name))) return [];
    return [`${told.words.facts[name] ?? name} ${value(name, fact, told)}`];
  });
}
