import { describe, expect, it } from 'vitest';
import { isKioskName, nameKeyboard } from './kiosk-name.ts';

describe('a kiosk whose name is typed before it is given up', () => {
  it.each([
    ['演示机01', '演示机 01'],
    ['海甸便民服务站1号机', '海甸便民服务站 1 号机'],
    ['海甸站1号', '海甸站（１号）'],
    ['KIOSK7', 'Kiosk 7'],
    ['LAB-2', 'Lab 2'],
    ['座海口站2', 'A 座海口站-2'],
  ])('%s is typed for %s: the keyboard has no keys for the rest', (typed, name) => {
    expect(isKioskName(typed, name)).toBe(true);
  });

  it.each([
    ['演示机02', '演示机 01'],
    ['演示机', '演示机 01'],
    ['', '演示机 01'],
    ['KIOSK8', 'Kiosk 7'],
  ])('%s is not %s', (typed, name) => {
    expect(isKioskName(typed, name)).toBe(false);
  });

  it('a name without a Chinese character is typed on letters', () => {
    expect([nameKeyboard('Kiosk 7'), nameKeyboard('演示机 A')]).toEqual(['code', 'chinese']);
  });
});
