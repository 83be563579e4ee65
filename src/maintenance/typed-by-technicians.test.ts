import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeInShanghai } from '../calendar/time-in-shanghai.ts';
import { enrolmentCodeIn } from './enrolment-code.ts';
import { ipNumber, isFixedAddress, isGatewayOf, isNameServer } from './ip-v4.ts';
import { typedTime } from './typed-time.ts';

describe('an enrolment code', () => {
  it.each([
    ['0123-4567-89AB-CDEF', '0123-4567-89AB-CDEF'],
    ['0123456789abcdef', '0123-4567-89AB-CDEF'],
    [' 0123 4567 89ab cdef\r\n', '0123-4567-89AB-CDEF'],
    ['O1I3-4567-89AB-CDEF', '0113-4567-89AB-CDEF'],
    ['0123-4567-89AB-CDE', null],
    ['0123-4567-89AB-CDEFG', null],
    ['0123-4567-89AB-CDEU', null],
    ['https://example.test/0123456789ABCDEF', null],
    ['', null],
  ])('%j is read as %s', (typed, read) => {
    expect(enrolmentCodeIn(typed)).toBe(read);
  });

  it('is found or not in any text, and reads what it wrote', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const code = enrolmentCodeIn(text);
        if (code !== null) expect(enrolmentCodeIn(code)).toBe(code);
      }),
    );
  });
});

describe('a typed time', () => {
  it.each([
    ['2026-11-22 09:41', '2026-11-22T01:41:00.000Z'],
    [' 2026-11-22 00:00 ', '2026-11-21T16:00:00.000Z'],
    ['2026-02-29 09:41', null],
    ['2026-11-22 24:00', null],
    ['2026-11-22 9:41', null],
    ['2026-11-22', null],
    ['1970-01-01 00:00', null],
    ['2150-01-01 00:00', null],
    ['', null],
  ])('%j is read as %s', (typed, read) => {
    expect(typedTime(typed)).toBe(read === null ? null : Date.parse(read));
  });

  it('reads every minute that the screen writes', () => {
    const minutes = fc.integer({ min: Date.UTC(2025, 0, 2) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        expect(typedTime(timeInShanghai(minute * 60_000))).toBe(minute * 60_000);
      }),
    );
  });
});

describe('network settings', () => {
  it.each(['10.1.2.3/24', '192.168.0.1/16', '172.16.5.5/30'].map((text) => [text]))(
    '%s is an address',
    (text) => {
      expect(isFixedAddress(text)).toBe(true);
    },
  );
  it.each([
    ['10.1.2.3', 'has no prefix'],
    ['10.1.2.0/24', 'is the name of its net'],
    ['10.1.2.255/24', 'is its broadcast'],
    ['10.1.2.3/31', 'has no room for a gateway'],
    ['10.1.2.3/7', 'is a net of half the world'],
    ['127.0.0.1/8', 'is the machine itself'],
    ['169.254.3.4/16', 'is what nobody was given'],
    ['224.0.0.5/24', 'is many'],
    ['10.01.2.3/24', 'may be octal'],
    ['10.1.2.256/24', 'is too large'],
    ['10.1.2.3/24/24', 'has two prefixes'],
    ['10.1.2.3/24;reboot', 'is none'],
    ['', 'is nothing'],
  ] as const)('%s is none: it %s', (text, _why) => {
    expect(isFixedAddress(text)).toBe(false);
  });

  it('a gateway is another host of the same net', () => {
    expect(isGatewayOf('10.1.2.1', '10.1.2.3/24')).toBe(true);
    for (const wrong of ['10.1.2.3', '10.1.3.1', '10.1.2.0', '10.1.2.255', '10.1.2', 'gateway'])
      expect(isGatewayOf(wrong, '10.1.2.3/24')).toBe(false);
    expect(isGatewayOf('10.1.2.1', 'nonsense')).toBe(false);
    expect(isNameServer('223.5.5.5')).toBe(true);
    for (const wrong of ['0.0.0.0', '127.0.0.53', 'dns.example', '1.1.1'])
      expect(isNameServer(wrong)).toBe(false);
  });

  it('any text is an address or none, and 32 bits come back', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        const number = ipNumber(text) ?? -1;
        const back = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
        expect(back).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([true, false]).toContain(isFixedAddress(text));
      }),
    );
  });
});
