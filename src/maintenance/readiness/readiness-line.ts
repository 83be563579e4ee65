import type {
  ReadinessLevel,
  ReadinessLine,
  ReadinessSubject,
} from '../../contracts/maintenance/readiness-report.ts';
import type { Asked } from '../kiosk-facts.ts';
import type { LineState } from './line-states.ts';

/** What a line says beside its subject, level and state. */
export type LineDetail = Partial<Omit<ReadinessLine, 'subject' | 'level' | 'state'>>;

/** One line; what is not said is null. The state is a word of its subject and no other compiles. */
export const line = <S extends ReadinessSubject>(
  subject: S,
  level: ReadinessLevel,
  state: LineState<S>,
  detail: LineDetail = {},
): ReadinessLine => ({
  subject,
  which: null,
  code: null,
  since: null,
  lastSuccess: null,
  facts: {},
  next: null,
  ...detail,
  level,
  state,
});

/** A source that did not answer is a line that says so. */
export const noAnswer = (
  subject: ReadinessSubject,
  next: ReadinessLine['next'] = 'check-cable',
): ReadinessLine => line(subject, 'soon', 'no-answer', { next });

/** The lines of what was answered. */
export const asked = <T>(
  subject: ReadinessSubject,
  answer: Asked<T>,
  lines: (value: T) => readonly ReadinessLine[],
  next: ReadinessLine['next'] = 'check-cable',
): readonly ReadinessLine[] => (answer.ok ? lines(answer.value) : [noAnswer(subject, next)]);
