import type { CalendarDay } from '../calendar/calendar-day.ts';
import { WOMEN } from './card-holders.ts';
import { born, madeUpPerson } from './made-up-person.ts';
import type { PersonName } from './portrait-people.ts';
import type { FictitiousProgress, FictitiousResident } from './resident.ts';

/** id, what it shows, name, portrait, progress. The order gives the ordinals: append, never insert. */
type Case = readonly [
  id: string,
  shows: string,
  name: string,
  portrait: PersonName,
  step: FictitiousProgress['step'],
  failure?: FictitiousProgress['failure'],
];

const CASES: readonly Case[] = [
  ['progress-accepted', 'PROG-1 accepted', '试进度甲', 'plain', 'accepted'],
  ['progress-identity-check', 'PROG-1 identity check', '试进度乙', 'fisherman', 'identity-check'],
  ['progress-account-opening', 'PROG-1 account opening', '试进度丙', 'liWoman', 'account-opening'],
  ['progress-production', 'PROG-1 in production', '试进度丁', 'student', 'production'],
  ['progress-delivery', 'PROG-1 on its way', '试进度戊', 'longHairedWoman', 'delivery'],
  ['progress-ready', 'PROG-1 ready to collect', '试进度己', 'bearded', 'ready'],
  [
    'progress-failed-network-identity-check',
    'PROG-2 network identity check',
    '试进度庚',
    'greyGoatee',
    'identity-check',
    'network-identity-check',
  ],
  [
    'progress-failed-name-mismatch',
    'PROG-2 name mismatch',
    '试进度辛',
    'clerkWithGlasses',
    'account-opening',
    'name-mismatch',
  ],
  [
    'progress-failed-rare-character',
    'PROG-2 rare character',
    '试进度䶮',
    'broadYoungMan',
    'account-opening',
    'rare-character',
  ],
  ['progress-failed-photo', 'PROG-2 photo', '试进度癸', 'roundEyedGirl', 'production', 'photo'],
];

const FIRST_ORDINAL = 101;
const INSTANT_ORDINAL = 100;

/** Residents without a card in hand: one to get it at once (APPLY-6), and one for each step of the way (PROG-1, 2). */
export function waitingApplicants(today: CalendarDay): readonly FictitiousResident[] {
  const birthDate = born('1991-10-05');
  const instant = madeUpPerson(today, {
    ordinal: INSTANT_ORDINAL,
    id: 'apply-instant',
    shows: 'APPLY-6 gets the card at once, photo on file',
    name: '试即办甲',
    sex: 'female',
    birthDate,
    portrait: 'fairNarrowWoman',
  });
  const waiting = CASES.map(([id, shows, name, portrait, step, failure = null], at) => ({
    ...madeUpPerson(today, {
      ordinal: FIRST_ORDINAL + at,
      id,
      shows,
      name,
      sex: WOMEN.has(portrait) ? 'female' : 'male',
      birthDate,
      portrait,
    }),
    applicationPending: true,
    file: { ...instant.file, progress: { step, failure } },
  }));
  return [{ ...instant, photoOnFile: true }, ...waiting];
}
