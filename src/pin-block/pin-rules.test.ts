import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDatePins, PIN_RULES, type PinRule, type PinSources, pinViolations } from './pin-rules.ts';

const SOURCES: PinSources = {
  initialPin: '888168',
  birthDate: '1990-01-02',
  idNumber: '460199199001020029',
  mobile: '13800138000',
};
const NOTHING_KNOWN: PinSources = { initialPin: null, birthDate: null, idNumber: null, mobile: null };

describe('ACT-3 weak PINs', () => {
  it.each<[string, readonly PinRule[]]>([
    ['888168', ['same-as-initial']],
    ['777777', ['repeated-digit']],
    ['000000', ['repeated-digit']],
    ['123456', ['run-up']],
    ['456789', ['run-up']],
    ['567890', ['run-up']],
    ['890123', ['run-up']],
    ['654321', ['run-down']],
    ['321098', ['run-down']],
    ['900102', ['from-birth-date', 'from-id-number']],
    ['199001', ['from-birth-date', 'from-id-number']],
    ['010290', ['from-birth-date']],
    ['020190', ['from-birth-date']],
    ['011990', ['from-birth-date']],
    ['199012', ['from-birth-date']],
    ['460199', ['from-id-number']],
    ['020029', ['from-id-number']],
    ['138001', ['from-mobile']],
    ['138000', ['from-mobile']],
    ['935174', []],
    ['112233', []],
    ['123457', []],
    ['010203', []],
  ])('judges %s', (pin, violations) => {
    expect(pinViolations(pin, SOURCES)).toEqual(violations);
  });

  it('applies only the rules the policy names', () => {
    expect(pinViolations('123456', SOURCES, ['repeated-digit'])).toEqual([]);
    expect(pinViolations('900102', SOURCES, ['from-id-number'])).toEqual(['from-id-number']);
  });

  it('is silent about what it does not know', () => {
    expect(pinViolations('900102', NOTHING_KNOWN)).toEqual([]);
    expect(birthDatePins('not a day')).toEqual([]);
  });

  it('names no YYYYMD form where month or day has two digits', () => {
    expect(birthDatePins('1990-11-02')).toHaveLength(5);
    expect(birthDatePins('19900102')).toHaveLength(6);
  });
});

const digit = fc.integer({ min: 0, max: 9 });

describe('ACT-3 for every PIN', () => {
  it('refuses every repeated digit and every run, from wherever it starts', () => {
    fc.assert(
      fc.property(digit, (start) => {
        const run = (step: number): string =>
          Array.from({ length: 6 }, (_, at) => (start + step * at + 60) % 10).join('');
        expect(pinViolations(run(0), NOTHING_KNOWN)).toContain('repeated-digit');
        expect(pinViolations(run(1), NOTHING_KNOWN)).toContain('run-up');
        expect(pinViolations(run(-1), NOTHING_KNOWN)).toContain('run-down');
      }),
    );
  });

  it('refuses any six consecutive digits of the ID number and the mobile number', () => {
    fc.assert(
      fc.property(fc.nat(11), fc.nat(5), (inId, inMobile) => {
        const { idNumber, mobile } = SOURCES;
        expect(pinViolations((idNumber ?? '').slice(inId, inId + 6), SOURCES)).toContain('from-id-number');
        expect(pinViolations((mobile ?? '').slice(inMobile, inMobile + 6), SOURCES)).toContain('from-mobile');
      }),
    );
  });

  it('answers a subset of the rules asked, and the same for the same PIN', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6}$/), fc.subarray([...PIN_RULES]), (pin, rules) => {
        const found = pinViolations(pin, SOURCES, rules);
        expect(rules).toEqual(expect.arrayContaining([...found]));
        expect(pinViolations(pin, SOURCES).filter((rule) => rules.includes(rule))).toEqual(found);
      }),
    );
  });
});
