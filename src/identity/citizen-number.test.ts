import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, parseCitizenNumber } from './citizen-number.ts';

const digits17 = fc
  .tuple(
    fc.stringMatching(/^\d{6}$/),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    fc.stringMatching(/^\d{3}$/),
  )
  .map(([division, birth, order]) => division + birth.toISOString().slice(0, 10).replaceAll('-', '') + order);
const numbers = digits17.map((digits) => digits + checkCharacter(digits));

describe('citizen number (GB 11643)', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['460199199001010029', '1990-01-01', 'female'],
    ['460199196001010033', '1960-01-01', 'male'],
    ['810000199002020016', '1990-02-02', 'male'],
    ['932682198501010017', '1985-01-01', 'male'],
    ['911124198108030024', '1981-08-03', 'female'],
  ])('ID-4 reads %s', (number, birthDate, sex) => {
    expect(parseCitizenNumber(number)).toMatchObject({ ok: true, value: { number, birthDate, sex } });
  });

  it.each([
    ['', 'length'],
    ['46019919900101002', 'length'],
    ['4601991990010100290', 'length'],
    ['46019919900101002A', 'length'],
    ['11010519491231002x', 'length'],
    ['４60199199001010029', 'length'],
    ['460199199001010028', 'check-digit'],
    ['460199199002300020', 'check-digit'],
  ])('ID-4 refuses %j for its %s', (number, fault) => {
    expect(parseCitizenNumber(number)).toEqual({ ok: false, error: fault });
  });

  it('ID-4 refuses 30 February behind a right check character', () => {
    const digits = '46019919900230002';
    expect(parseCitizenNumber(digits + checkCharacter(digits))).toEqual({ ok: false, error: 'date' });
  });

  it.each(['000000', '460003', '460020', '999999'])('ID-4 takes the unknown division %s', (division) => {
    const digits = `${division}19900101002`;
    expect(parseCitizenNumber(digits + checkCharacter(digits))).toMatchObject({
      ok: true,
      value: { divisionCode: division },
    });
  });

  it('ID-4 finds every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(parseCitizenNumber(wrong).ok).toBe(false);
        const next = at + 1;
        if (next < 17 && number[at] !== number[next]) {
          const swapped = number.slice(0, at) + number[next] + number[at] + number.slice(next + 1);
          expect(parseCitizenNumber(swapped)).toEqual({ ok: false, error: 'check-digit' });
        }
      }),
    );
  });

  it('ID-4 answers any text at all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseCitizenNumber(text).ok).toBe(false);
      }),
    );
  });

  it('ID-4 accepts every number made by the rule', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseCitizenNumber(number).ok).toBe(true);
      }),
    );
  });
});
