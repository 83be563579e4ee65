import type { ReadinessLine } from '../../../src/contracts/maintenance/readiness-report.ts';
import type { Language } from '../../../src/contracts/view.ts';
import { UNKNOWN_ADVICE } from '../../../src/transaction/unknown-advice.ts';
import { readableSince } from '../../frame/moment.ts';
import type { Catalogue } from '../../texts/catalogue.ts';
import { factPairs } from './fact-words.ts';

/** A readiness line in a person's words. */
export interface ConditionWords {
  readonly title: string;
  readonly state: string;
  /** Numbers, since when, when last well, the code for the telephone. */
  readonly details: readonly string[];
  /** What a person does about something nobody can tell; null where the next step says it. */
  readonly advice: string | null;
}

/** What a line says; a word that is not in the catalogue stands as it came, so that nothing is hidden. */
export function conditionWords(
  line: ReadinessLine,
  words: Catalogue,
  language: Language,
  now: number,
): ConditionWords {
  const { conditions, readiness } = words;
  const states: Readonly<Record<string, string>> = conditions.states[line.subject];
  const state = line.state === 'no-answer' ? conditions.noAnswer : (states[line.state] ?? line.state);
  const closed = line.subject === 'services-closed' ? line.code : null;
  const unknown = line.subject === 'unknown-transactions' ? adviceFor(line.which, language) : null;
  const shownCode = line.code !== null && closed === null && unknown === null;
  return {
    title: titleOf(line, words),
    state: closed === null ? state : `${state}: ${conditions.values[closed] ?? closed}`,
    details: [
      ...factPairs(line, { now, language, words: conditions }),
      ...(line.since === null ? [] : [readiness.since(readableSince(line.since, now, language))]),
      ...(line.lastSuccess === null
        ? []
        : [readiness.lastSuccess(readableSince(line.lastSuccess, now, language))]),
      ...(line.subject === 'device' && line.which !== null ? [line.which] : []),
      ...(shownCode && line.code !== null ? [readiness.code(line.code)] : []),
    ],
    advice: unknown,
  };
}

function adviceFor(code: string | null, language: Language): string | null {
  const found = Object.entries(UNKNOWN_ADVICE).find(([unknown]) => unknown === code)?.[1];
  if (found === undefined) return null;
  return language === 'en' ? found.technician.en : found.technician.zh;
}

function titleOf({ subject, which, facts }: ReadinessLine, { conditions, home }: Catalogue): string {
  const name = conditions.subjects[subject];
  if (which === null) return name;
  switch (subject) {
    case 'device':
      return conditions.deviceClasses[`${facts.class}`] ?? which;
    case 'bin':
      return conditions.bins[which] ?? which;
    case 'services-closed': {
      const services: Readonly<Record<string, { name: string }>> = home.services;
      return services[which]?.name ?? which;
    }
    case 'network':
      return `${name} ${which}`;
    default:
      return name;
  }
}
