import { addYears, type CalendarDay } from '../../calendar/calendar-day.ts';
import { madeUpNumber } from '../../fictitious-residents/made-up-number.ts';
import type { IdentityDocument } from '../../identity/document.ts';
import type { IdCardRead } from '../../ports/id-card-reader.ts';
import type { SocialSecurityCard } from '../../ports/social-card-reader.ts';

/** A woman of some age with a valid resident ID card; parts may be replaced. */
export function idCardOf(
  today: CalendarDay,
  age: number,
  changes: Partial<IdentityDocument> = {},
): IdCardRead {
  const birthDate = addYears(today, -age);
  return {
    document: {
      kind: 'resident-id-card',
      name: '试验甲',
      sex: 'female',
      ethnicGroup: '19',
      birthDate,
      address: '海南省测试市样例区虚构路1号',
      number: madeUpNumber('460199', birthDate, 'female', 1),
      issuer: '测试市公安局样例分局',
      validFrom: addYears(today, -2),
      validTo: addYears(today, 8),
      ...changes,
    },
    portraitBytes: new Uint8Array(1024),
    portrait: { mediaType: 'image/jpeg', bytes: new Uint8Array([255, 216, 255]) },
    fingerprints: 0,
    extraAddress: null,
  };
}

/** A third-generation card of whoever has this social security number. */
export function socialCardOf(
  today: CalendarDay,
  socialSecurityNumber: string,
  changes: Partial<SocialSecurityCard> = {},
): SocialSecurityCard {
  return {
    specVersion: '3.00',
    generation: 3,
    cardId: '460100D156000005A1B2C3D4E5F60718',
    cardNumber: 'T00000001',
    socialSecurityNumber,
    name: '试验甲',
    sex: 'female',
    ethnicGroup: '19',
    birthPlace: '460199',
    birthDate: null,
    issuedOn: addYears(today, -1),
    expiresOn: addYears(today, 9),
    accountNumber: '6217990000000000014',
    ...changes,
  };
}
