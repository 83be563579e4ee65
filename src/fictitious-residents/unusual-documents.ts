import { addDays, addYears, type CalendarDay, day } from '../calendar/calendar-day.ts';
import { checkCharacter } from '../identity/citizen-number.ts';
import type { IdentityDocument } from '../identity/document.ts';
import { socialSecurityNumberOf } from '../identity/social-security-number.ts';
import { born, madeUpPerson } from './made-up-person.ts';
import type { FictitiousResident } from './resident.ts';

/** The same number with another check character (ID-4). */
const spoilt = (number: string): string => {
  const wrong = checkCharacter(number.slice(0, 17)) === '8' ? '7' : '8';
  return number.slice(0, 17) + wrong;
};

function withDocument(resident: FictitiousResident, change: Partial<IdentityDocument>): FictitiousResident {
  const document = { ...resident.document, ...change };
  return { ...resident, document, socialSecurityNumber: socialSecurityNumberOf(document) };
}

/** A foreigner's document: no ethnic group, no address. */
const FOREIGN = { ethnicGroup: null, address: '', nationality: 'CAN' } as const;

/** Documents that are refused, or only understood: validity (ID-3), numbers (ID-4), other layouts (ID-8). */
export function unusualDocuments(today: CalendarDay): readonly FictitiousResident[] {
  const person = (ordinal: number, id: string, shows: string, name: string): FictitiousResident =>
    madeUpPerson(today, {
      ordinal,
      id,
      shows,
      name,
      sex: 'female',
      birthDate: born('1990-01-01'),
      portrait: 'longHairedWoman',
    });

  const expired = person(21, 'identity-expired', 'ID-3 expired yesterday', '试验过期');
  const lastDay = person(22, 'identity-last-day', 'ID-3 valid for the last day', '试验末日');
  const notYet = person(23, 'identity-not-yet-valid', 'ID-3 valid from tomorrow', '试验未到');
  const badCheck = person(24, 'identity-bad-check-digit', 'ID-4 check character', '试验校验');
  const sexConflict = person(25, 'identity-sex-conflict', 'ID-4 sex digit', '试验性别');
  const birthConflict = person(26, 'identity-birth-conflict', 'ID-4 birth date', '试验生日');
  const unknownDivision = madeUpPerson(today, {
    ordinal: 27,
    id: 'identity-unknown-division',
    shows: 'ID-4 unknown division is no error',
    name: '试验无区',
    sex: 'male',
    birthDate: born('1984-06-17'),
    division: '469999',
    portrait: 'fisherman',
  });
  const hmt = person(
    28,
    'identity-hmt-permit',
    'ID-8 residence permit of Hong Kong, Macau, Taiwan',
    '试验港居',
  );
  const foreigner = person(29, 'identity-foreigner-2017', 'ID-8 foreigner permit of 2017', '试验外一');
  const foreigner2023 = person(30, 'identity-foreigner-2023', 'ID-8 foreigner permit of 2023', '试验外二');

  const hmtDigits = '81000019900202028';
  return [
    withDocument(expired, { validFrom: addYears(addDays(today, -1), -10), validTo: addDays(today, -1) }),
    withDocument(lastDay, { validFrom: addYears(today, -10), validTo: today }),
    withDocument(notYet, { validFrom: addDays(today, 1), validTo: addYears(addDays(today, 1), 20) }),
    withDocument(badCheck, { number: spoilt(badCheck.document.number) }),
    withDocument(sexConflict, { sex: 'male' }),
    withDocument(birthConflict, { birthDate: day('1990-01-02') }),
    unknownDivision,
    withDocument(hmt, {
      kind: 'hmt-residence-permit',
      ethnicGroup: null,
      birthDate: day('1990-02-02'),
      number: hmtDigits + checkCharacter(hmtDigits),
      permitNumber: 'H00000000',
      issueCount: '01',
    }),
    withDocument(foreigner, {
      ...FOREIGN,
      kind: 'foreigner-permit-2017',
      birthDate: day('1981-08-03'),
      number: 'CAN110019810803',
      foreignName: 'SPECIMEN, TEST PERSON',
      issuer: '1500',
    }),
    withDocument(foreigner2023, {
      ...FOREIGN,
      kind: 'foreigner-permit-2023',
      birthDate: day('1981-08-03'),
      number: '911124198108030024',
      foreignName: 'SPECIMEN, TEST PERSON NEW',
      issuer: '国家移民管理局',
      issueCount: '01',
    }),
  ];
}
