import { describe, expect, it } from 'vitest';
import { fromTravelPermit, socialSecurityNumberOf } from './social-security-number.ts';

describe('ID-7 social security number', () => {
  it.each([
    ['resident-id-card', '460199199001010029', '460199199001010029'],
    ['hmt-residence-permit', '810000199002020016', '810000199002020016'],
    ['foreigner-permit-2023', '911124198108030024', '911124198108030024'],
    ['foreigner-permit-2017', 'CAN110019810803', 'CAN0110019810803'],
  ] as const)('ID-7 of a %s', (kind, number, expected) => {
    expect(socialSecurityNumberOf({ kind, number })).toBe(expected);
  });

  it.each([
    ['HKG', 'H00000001', 'HKG000000001'],
    ['HKG', 'H1234567801', 'HKG012345678'],
    ['MAC', 'M87654321', 'MAC087654321'],
    ['TWN', '12345678', 'TWN012345678'],
    ['TWN', '1234567801', 'TWN012345678'],
  ] as const)('ID-7 %s permit %s gives %s', (region, permit, expected) => {
    expect(fromTravelPermit(region, permit)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['HKG', '12345678'],
    ['HKG', 'H1234567'],
    ['MAC', ''],
    ['TWN', '1234567'],
    ['TWN', 'T12345678'],
  ] as const)('ID-7 %s refuses the malformed permit %j', (region, permit) => {
    expect(fromTravelPermit(region, permit)).toEqual({
      ok: false,
      error: { kind: 'malformed-permit-number' },
    });
  });
});
