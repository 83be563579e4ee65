import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, type CalendarDay, day } from '../calendar/calendar-day.ts';
import type { Identity } from '../contracts/central/identity.ts';
import type { Refusal } from '../contracts/trouble.ts';
import { checkDocument, type IdentityRefusal, turnsOn } from './check-document.ts';
import { checkCharacter } from './citizen-number.ts';
import type { IdentityDocument } from './document.ts';

const RULES = { acceptedDocuments: ['resident-id-card'], selfServiceAge: 16 } as const;
const OPEN_RULES = {
  acceptedDocuments: [
    'resident-id-card',
    'hmt-residence-permit',
    'foreigner-permit-2017',
    'foreigner-permit-2023',
  ],
  selfServiceAge: 16,
} as const;
const TODAY = day('2026-03-01');

const numberFor = (birthDate: string, order = '002', division = '460199'): string => {
  const digits = division + birthDate.replaceAll('-', '') + order;
  return digits + checkCharacter(digits);
};

function resident(change: Partial<IdentityDocument> = {}): IdentityDocument {
  return {
    kind: 'resident-id-card',
    name: '试验甲',
    sex: 'female',
    ethnicGroup: '19',
    birthDate: day('1990-01-01'),
    address: '海南省测试市样例区虚构路1号',
    number: '460199199001010029',
    issuer: '测试市公安局样例分局',
    validFrom: day('2020-06-01'),
    validTo: day('2030-06-01'),
    ...change,
  };
}
const bornOn = (text: string): IdentityDocument =>
  resident({ birthDate: day(text), number: numberFor(text) });
const refusal = (
  document: IdentityDocument,
  today: CalendarDay = TODAY,
  rules: Parameters<typeof checkDocument>[2] = RULES,
): IdentityRefusal | null => {
  const answer = checkDocument(document, today, rules);
  return answer.ok ? null : answer.error;
};

describe('who may go on', () => {
  it('ID-1 ID-7 accepts a valid resident ID card and derives the social security number', () => {
    const answer = checkDocument(resident(), TODAY, RULES);
    expect(answer).toEqual({
      ok: true,
      value: { ...resident(), socialSecurityNumber: '460199199001010029' },
    });
    // The accepted identity is what goes to the authority, and every refusal has a sentence on screen.
    if (answer.ok) answer.value satisfies Identity;
    const sentences: readonly Refusal[] = [] as readonly IdentityRefusal['kind'][];
    expect(sentences).toEqual([]);
  });

  it('ID-2 counts the sixteenth birthday itself as sixteen', () => {
    expect(refusal(bornOn('2010-03-01'))).toBeNull();
  });

  it('ID-2 refuses 15 years and 364 days and names the birthday', () => {
    expect(refusal(bornOn('2010-03-02'))).toEqual({
      kind: 'under-age',
      age: 15,
      turnsOn: day('2026-03-02'),
    });
  });

  it('ID-2 takes the age from the pack', () => {
    expect(refusal(bornOn('2010-03-02'), TODAY, { ...RULES, selfServiceAge: 14 })).toBeNull();
    expect(refusal(resident(), TODAY, { ...RULES, selfServiceAge: 60 })).toMatchObject({ kind: 'under-age' });
  });

  it('ID-2 makes a child of 29 February older on 1 March of a common year', () => {
    expect(turnsOn(day('2008-02-29'), 16)).toBe('2024-02-29');
    expect(turnsOn(day('2008-02-29'), 18)).toBe('2026-03-01');
  });

  it('ID-2 turnsOn is the first day of that age, for every birth date', () => {
    const days = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 100 }), (birth, age) => {
        const first = turnsOn(birth, age);
        const before = day(new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10));
        expect([ageOn(birth, before), ageOn(birth, first)]).toEqual([age - 1, age]);
      }),
    );
  });
});

describe('ID-3 validity', () => {
  it.each([
    ['2020-06-01', null],
    ['2030-06-01', null],
    ['2030-06-02', { kind: 'document-expired', since: '2030-06-01' }],
    ['2020-05-31', { kind: 'document-not-yet-valid', from: '2020-06-01' }],
  ])('ID-3 on %s', (today, expected) => {
    expect(refusal(resident(), day(today))).toEqual(expected);
  });

  it('ID-3 长期 has no end', () => {
    expect(refusal(resident({ validTo: null }), day('2099-12-31'))).toBeNull();
  });
});

describe('ID-4 the number', () => {
  it.each([
    [{ number: '46019919900101002' }, { kind: 'number-invalid', which: 'length' }],
    [{ number: '460199199001010028' }, { kind: 'number-invalid', which: 'check-digit' }],
    [{ number: numberFor('1990-02-30') }, { kind: 'number-invalid', which: 'date' }],
    [{ number: numberFor('2026-03-02') }, { kind: 'number-invalid', which: 'date' }],
    [{ birthDate: day('1990-01-02') }, { kind: 'birth-date-conflict' }],
    [{ sex: 'male' }, { kind: 'sex-conflict' }],
  ] as const)('ID-4 refuses %j', (change, expected) => {
    expect(refusal(resident(change))).toEqual(expected);
  });

  it('ID-4 an open sex on the chip contradicts nothing', () => {
    expect(refusal(resident({ sex: null }))).toBeNull();
  });

  it('ID-4 an unknown or abolished division is no error', () => {
    expect(refusal(resident({ number: numberFor('1990-01-01', '002', '460003') }))).toBeNull();
    expect(refusal(resident({ number: numberFor('1990-01-01', '002', '990099') }))).toBeNull();
  });
});

describe('ID-8 accepted documents', () => {
  const permits: readonly IdentityDocument[] = [
    resident({
      kind: 'hmt-residence-permit',
      ethnicGroup: null,
      sex: 'male',
      birthDate: day('1990-02-02'),
      number: '810000199002020016',
      permitNumber: 'H00000000',
    }),
    resident({
      kind: 'foreigner-permit-2017',
      birthDate: day('1981-08-03'),
      number: 'CAN110019810803',
    }),
    resident({
      kind: 'foreigner-permit-2023',
      birthDate: day('1981-08-03'),
      number: '911124198108030024',
    }),
  ];

  it.each(permits)(
    'ID-8 $kind is refused where the pack does not list it and taken where it does',
    (permit) => {
      expect(refusal(permit)).toEqual({ kind: 'document-not-accepted', document: permit.kind });
      expect(refusal(permit, TODAY, OPEN_RULES)).toBeNull();
    },
  );

  it('ID-4 checks the numbers of permits as far as their rules go', () => {
    const [hmt, old, recent] = permits;
    expect(refusal({ ...hmt!, sex: 'female' }, TODAY, OPEN_RULES)).toEqual({ kind: 'sex-conflict' });
    expect(refusal({ ...old!, number: 'CA0110019810803' }, TODAY, OPEN_RULES)).toEqual({
      kind: 'number-invalid',
      which: 'length',
    });
    expect(refusal({ ...old!, birthDate: day('2030-01-01') }, TODAY, OPEN_RULES)).toEqual({
      kind: 'number-invalid',
      which: 'date',
    });
    expect(refusal({ ...recent!, number: '911124198108030025' }, TODAY, OPEN_RULES)).toEqual({
      kind: 'number-invalid',
      which: 'check-digit',
    });
    expect(refusal({ ...recent!, sex: 'male' }, TODAY, OPEN_RULES)).toBeNull();
  });
});

describe('the order of refusals', () => {
  it('says the first of several that hold', () => {
    const worst = resident({
      kind: 'resident-id-card',
      number: '460199201501010020',
      sex: 'male',
      birthDate: day('2015-01-01'),
      validTo: day('2021-01-01'),
    });
    const steps: [Partial<IdentityDocument>, string][] = [
      [{ kind: 'hmt-residence-permit' }, 'document-not-accepted'],
      [{}, 'number-invalid'],
      [{ number: numberFor('2015-01-02') }, 'birth-date-conflict'],
      [{ number: numberFor('2015-01-01') }, 'sex-conflict'],
      [{ number: numberFor('2015-01-01', '001') }, 'under-age'],
      [{ birthDate: day('1990-01-01'), number: numberFor('1990-01-01', '001') }, 'document-expired'],
    ];
    for (const [change, kind] of steps) expect(refusal({ ...worst, ...change })?.kind).toBe(kind);
  });
});
