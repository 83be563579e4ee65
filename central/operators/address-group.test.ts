import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressGroup } from './address-group.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
])('%s is counted as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

it('every address of a /64 network is one, however it is written', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const half = fc.tuple(group, group, group, group);
  const hex = (groups: readonly number[]) => groups.map((one) => one.toString(16));
  fc.assert(
    fc.property(half, half, half, (network, one, other) => {
      const long = [...network, ...one].map((part) => part.toString(16).padStart(4, '0')).join(':');
      const short = new URL(`http://[${hex([...network, ...other]).join(':')}]`).hostname.slice(1, -1);
      expect(addressGroup(long.toUpperCase())).toBe(hex(network).join(':'));
      expect(addressGroup(short)).toBe(hex(network).join(':'));
    }),
  );
});
