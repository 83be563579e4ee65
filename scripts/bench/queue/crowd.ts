import { addDays, type CalendarDay, day } from '../../../src/calendar/calendar-day.ts';
import type { FaceEvidence, Identity } from '../../../src/contracts/central/identity.ts';
import { madeUpPerson } from '../../../src/fictitious-residents/made-up-person.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import type { QueuedRequest } from '../../../src/ports/transactions.ts';

type Applying = Extract<QueuedRequest, { service: 'apply' }>;
type Certifying = Extract<QueuedRequest, { service: 'certify' }>;

/** Made-up numbers hold so many people of one birthday. */
const PEOPLE_A_DAY = 400;
/** No other fictitious resident was born so soon after it. */
const FIRST_BIRTHDAY = day('1963-02-10');

/** So many fictitious residents, each with a number of their own. */
export const crowd = (today: CalendarDay, count: number): readonly FictitiousResident[] =>
  Array.from({ length: count }, (_, at) =>
    madeUpPerson(today, {
      ordinal: at % PEOPLE_A_DAY,
      id: `crowd-${at}`,
      shows: 'one of many who wait for the link',
      name: '试验众',
      sex: at % 2 === 0 ? 'female' : 'male',
      birthDate: addDays(FIRST_BIRTHDAY, Math.floor(at / PEOPLE_A_DAY)),
      portrait: 'plain',
    }),
  );

const identityOf = (resident: FictitiousResident): Identity => ({
  ...resident.document,
  socialSecurityNumber: resident.socialSecurityNumber,
});

const face = (at: string): FaceEvidence => ({
  decision: 'accept',
  distance: 0.31,
  liveness: 'passed',
  model: 'face-api 1.7.15',
  at,
});

/** An application whose operation is some 1 KiB long as it is queued; a taken photo would make it 50 KiB. */
export function applicationOf(resident: FictitiousResident, at: string): Applying {
  return {
    service: 'apply',
    operation: {
      identity: identityOf(resident),
      mobile: resident.mobile,
      issue: 'at-outlet',
      mobileConfirmation: null,
      occupation: 'worker',
      residentialAddress: resident.document.address,
      collectionOutlet: 'outlet-01',
      photo: { source: 'camera', jpegBase64: '/9j/'.padEnd(232, 'A') },
      face: face(at),
    },
  };
}

/** A certification of the same resident: what they ask for after their application. */
export const certificationOf = (resident: FictitiousResident, at: string): Certifying => ({
  service: 'certify',
  operation: { identity: identityOf(resident), face: face(at) },
});
