import { addDays, addYears, type CalendarDay } from '../calendar/calendar-day.ts';
import { born, madeUpCard, madeUpPerson, type PersonPlan } from './made-up-person.ts';
import type { FictitiousResident } from './resident.ts';

/** Full years of age at which self-service begins in the reference pack (ID-2); the two edges lie on both sides. */
const SELF_SERVICE_AGE = 16;

/** Residents who come to apply: plain ones, the edges of age, and each answer the authority can give (APPLY-1, 2). */
export function applicants(today: CalendarDay): readonly FictitiousResident[] {
  const person = (plan: PersonPlan): FictitiousResident => madeUpPerson(today, plan);
  const sixteenToday = addYears(today, -SELF_SERVICE_AGE);
  /** A minor's card is valid for five years. */
  const youth = { validFrom: addYears(today, -1), validTo: addYears(today, 4) };

  const plain = person({
    ordinal: 1,
    id: 'apply-plain-1',
    shows: 'applies, no card yet',
    name: '试验甲',
    sex: 'female',
    birthDate: born('1990-01-01'),
    ethnicGroup: '19',
    portrait: 'fairNarrowWoman',
  });
  const plain2 = person({
    ordinal: 2,
    id: 'apply-plain-2',
    shows: 'applies, no card yet',
    name: '试验乙',
    sex: 'male',
    birthDate: born('1985-05-20'),
    portrait: 'plain',
  });
  const plain3 = person({
    ordinal: 3,
    id: 'apply-plain-3',
    shows: 'applies, no card yet',
    name: '试验丙',
    sex: 'male',
    birthDate: born('1978-11-30'),
    portrait: 'fisherman',
  });
  const onFile = person({
    ordinal: 4,
    id: 'apply-photo-on-file',
    shows: 'APPLY-4 authority has a photo',
    name: '试验丁',
    sex: 'female',
    birthDate: born('1994-07-15'),
    portrait: 'clerkWithGlasses',
  });
  const longTerm = person({
    ordinal: 5,
    id: 'apply-long-term-id',
    shows: 'ID-3 长期',
    name: '试验戊',
    sex: 'male',
    birthDate: born('1960-01-01'),
    portrait: 'whiteHairedMan',
  });
  const elder = person({
    ordinal: 6,
    id: 'apply-elder',
    shows: 'elder mode, 长期',
    name: '试验己',
    sex: 'female',
    birthDate: born('1941-03-08'),
    portrait: 'grandmother',
  });
  const sixteen = person({
    ordinal: 7,
    id: 'apply-exactly-16',
    shows: 'ID-2 sixteen today',
    name: '试验庚',
    sex: 'male',
    birthDate: sixteenToday,
    portrait: 'student',
  });
  const fifteen = person({
    ordinal: 8,
    id: 'apply-15-and-364-days',
    shows: 'ID-2 sixteen tomorrow',
    name: '试验辛',
    sex: 'female',
    birthDate: addDays(sixteenToday, 1),
    portrait: 'roundEyedGirl',
  });
  const hasCard = person({
    ordinal: 9,
    id: 'apply-has-card',
    shows: 'APPLY-1 card in use',
    name: '试验壬',
    sex: 'male',
    birthDate: born('1982-02-28'),
    portrait: 'moustachedDriver',
  });
  const hasLost = person({
    ordinal: 10,
    id: 'apply-has-lost-card',
    shows: 'APPLY-1 card formally lost',
    name: '试验癸',
    sex: 'female',
    birthDate: born('1988-08-08'),
    portrait: 'longHairedWoman',
  });
  const hasLocked = person({
    ordinal: 11,
    id: 'apply-has-card-not-activated',
    shows: 'APPLY-1 offers activation',
    name: '试验子',
    sex: 'male',
    birthDate: born('1992-12-12'),
    portrait: 'broadYoungMan',
  });
  const cancelled = person({
    ordinal: 12,
    id: 'apply-cancelled-card',
    shows: 'APPLY-1 a cancelled card does not count',
    name: '试验丑',
    sex: 'male',
    birthDate: born('1970-10-10'),
    portrait: 'baldTeacher',
  });
  const pending = person({
    ordinal: 13,
    id: 'apply-pending',
    shows: 'APPLY-1 application pending',
    name: '试验寅',
    sex: 'female',
    birthDate: born('1996-06-06'),
    portrait: 'longHairedWoman',
  });
  const notEntitled = person({
    ordinal: 14,
    id: 'apply-not-entitled',
    shows: 'APPLY-2 not entitled here',
    name: '试验卯',
    sex: 'male',
    birthDate: born('1987-04-01'),
    portrait: 'bearded',
  });
  const rare = person({
    ordinal: 15,
    id: 'apply-rare-character-1',
    shows: 'name outside the BMP and GBK',
    name: '试验𠮷',
    sex: 'female',
    birthDate: born('1993-09-09'),
    portrait: 'clerkWithGlasses',
  });
  const rare2 = person({
    ordinal: 16,
    id: 'apply-rare-character-2',
    shows: 'name outside GBK',
    name: '试䶮',
    sex: 'male',
    birthDate: born('1979-01-31'),
    portrait: 'greyGoatee',
  });
  const longName = person({
    ordinal: 17,
    id: 'apply-long-name',
    shows: 'name of 15 characters',
    name: '试验一二三四五六七八九十甲乙丙',
    sex: 'male',
    birthDate: born('1991-03-21'),
    portrait: 'broadYoungMan',
  });
  const minority = person({
    ordinal: 18,
    id: 'apply-minority-name',
    shows: 'name with ·',
    name: '试验古丽·样例提',
    sex: 'female',
    birthDate: born('1995-05-05'),
    ethnicGroup: '05',
    portrait: 'liWoman',
  });

  const otherFace = person({
    ordinal: 19,
    id: 'apply-other-face',
    shows: "ID-5 whose face is refused with apply-plain-1's card",
    name: '试验辰',
    sex: 'male',
    birthDate: born('1980-04-04'),
    portrait: 'darkBroadMan',
  });

  const longValid = (resident: FictitiousResident): FictitiousResident => ({
    ...resident,
    document: { ...resident.document, validTo: null },
  });
  const young = (resident: FictitiousResident): FictitiousResident => ({
    ...resident,
    document: { ...resident.document, ...youth },
  });

  return [
    plain,
    plain2,
    plain3,
    { ...onFile, photoOnFile: true },
    longValid(longTerm),
    longValid(elder),
    young(sixteen),
    young(fifteen),
    { ...hasCard, card: madeUpCard(today, hasCard, 9, { financial: 'active' }) },
    {
      ...hasLost,
      card: madeUpCard(today, hasLost, 10, { socialSecurity: 'formally-lost', financial: 'active' }),
    },
    { ...hasLocked, card: madeUpCard(today, hasLocked, 11) },
    {
      ...cancelled,
      card: madeUpCard(today, cancelled, 12, { socialSecurity: 'cancelled', financial: 'closed' }),
    },
    { ...pending, applicationPending: true },
    { ...notEntitled, entitled: false },
    { ...rare, photoOnFile: true },
    rare2,
    longName,
    minority,
    otherFace,
  ];
}
