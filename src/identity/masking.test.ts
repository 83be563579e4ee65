import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskAccountNumber,
  maskAddress,
  maskCardNumber,
  maskIdentityNumber,
  maskMobile,
  maskName,
} from './masking.ts';

describe('READ-1 masking', () => {
  it.each([
    ['', ''],
    ['符', '＊'],
    ['符甲', '符＊'],
    ['试验甲', '试＊＊'],
    ['欧阳试验', '欧＊＊＊'],
    ['试验尔·样例提', '试＊＊＊'],
    ['𠮷试', '𠮷＊'],
    ['SPECIMEN, TEST PERSON', 'S＊＊＊ T＊＊＊ P＊＊＊'],
    ['Åsa', 'Å＊＊＊'],
  ])('name %j is shown as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    [maskIdentityNumber, '46900119900101742X', '4690 ＊＊＊＊ ＊＊＊＊ 742X'],
    [maskIdentityNumber, 'CAN110019810803', 'CA ＊＊＊＊ 03'],
    [maskIdentityNumber, 'HKG012345678', 'HK ＊＊＊＊ 78'],
    [maskMobile, '13812345620', '138 ＊＊＊＊ 5620'],
    [maskMobile, '138562', '＊＊＊＊'],
    [maskCardNumber, 'A12345678', 'A1 ＊＊＊＊ 78'],
    [maskAccountNumber, '6217990000000000014', '621799 ＊＊＊＊ 0014'],
    [maskAddress, '海南省测试市样例区虚构路1号', '海南省测试市样例区虚构路＊＊＊'],
    [maskAddress, '海南省测试市样例镇虚构村8号', '海南省测试市样例镇＊＊＊'],
    [maskAddress, '测试县样例乡', '测试县样例乡'],
    [maskAddress, '测试县某某村3号', '测试县＊＊＊'],
    [maskAddress, '某市三号楼', '某市＊＊＊'],
    [maskAddress, '一处没有名字的地方', '一处没有名字＊＊＊'],
    [maskAddress, '', ''],
  ] as const)('%o shows %s as %s', (mask, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('never shows the middle of any number', () => {
    const numbers = fc.stringMatching(/^\d{16,19}$/);
    fc.assert(
      fc.property(numbers, (number) => {
        for (const mask of [maskIdentityNumber, maskMobile, maskCardNumber, maskAccountNumber]) {
          expect(mask(number).replace(/[^\d]/g, '').length).toBeLessThanOrEqual(10);
          expect(mask(number)).toContain('＊＊＊＊');
        }
      }),
    );
  });
});
