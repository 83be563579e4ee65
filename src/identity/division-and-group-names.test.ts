import { describe, expect, it } from 'vitest';
import { divisionName } from './divisions.ts';
import { ethnicGroupName } from './ethnic-groups.ts';

describe('names for showing', () => {
  it.each([
    ['01', '汉', 'Han'],
    ['19', '黎', 'Li'],
    ['29', '柯尔克孜', 'Kirgiz'],
    ['43', '乌孜别克', 'Uzbek'],
    ['56', '基诺', 'Jino'],
    ['97', '其他', 'Other'],
  ])('APPLY-3 ethnic group %s is %s', (code, zh, en) => {
    expect(ethnicGroupName(code)).toEqual({ zh, en });
  });

  it('APPLY-3 knows 01 to 56 and answers null for a code nobody issued', () => {
    for (let code = 1; code <= 56; code += 1) {
      expect(ethnicGroupName(String(code).padStart(2, '0'))).not.toBeNull();
    }
    for (const code of ['', '00', '57', '99', 'ab']) expect(ethnicGroupName(code)).toBeNull();
  });

  it.each([
    ['460106', '龙华区'],
    ['469029', '保亭黎族苗族自治县'],
    ['460003', '海南省'],
    ['410100', '河南省'],
    ['46', '海南省'],
  ])('ID-10 division %s is named %s', (code, zh) => {
    expect(divisionName(code)?.zh).toBe(zh);
  });

  it('ID-10 an unknown code has no name and is no error', () => {
    expect(divisionName('000000')).toBeNull();
    expect(divisionName('')).toBeNull();
  });
});
