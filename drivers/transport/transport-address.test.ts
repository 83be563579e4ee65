import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTransport } from './transport-address.ts';

const code = (text: string): string => {
  const parsed = parseTransport(text);
  return parsed.ok ? 'ok' : parsed.error.code;
};

it.each([
  ['tcp://127.0.0.1:9001', { kind: 'tcp', host: '127.0.0.1', port: 9001 }],
  ['tcp://[::1]:9100', { kind: 'tcp', host: '::1', port: 9100 }],
  ['tcp://printer.local:9100/', { kind: 'tcp', host: 'printer.local', port: 9100 }],
  ['serial:/dev/ttyUSB0', { kind: 'serial', path: '/dev/ttyUSB0', baudRate: 115_200 }],
  ['serial:/dev/ttyS1?baud=9600', { kind: 'serial', path: '/dev/ttyS1', baudRate: 9_600 }],
  ['serial:COM3?baud=19200', { kind: 'serial', path: 'COM3', baudRate: 19_200 }],
  ['hid:2b8b:2721', { kind: 'hid', vendorId: 0x2b8b, productId: 0x2721 }],
  ['hid:0400:C35A', { kind: 'hid', vendorId: 0x0400, productId: 0xc35a }],
])('reads %s', (text, address) => {
  expect(parseTransport(text)).toEqual({ ok: true, value: address });
});

it.each([
  ['', 'transport-scheme'],
  ['127.0.0.1:9001', 'transport-scheme'],
  ['http://127.0.0.1:9001', 'transport-scheme'],
  ['tcp://:9001', 'transport-host'],
  ['tcp:127.0.0.1:9001', 'transport-host'],
  ['tcp://127.0.0.1', 'transport-port'],
  ['tcp://127.0.0.1:0', 'transport-port'],
  ['tcp://127.0.0.1:65536', 'transport-port'],
  ['serial:', 'transport-device'],
  ['serial:/dev/ttyS0?baud=fast', 'transport-baud'],
  ['serial:/dev/ttyS0?baud=115201', 'transport-baud'],
  ['serial:/dev/ttyS0?parity=even', 'transport-option'],
  ['hid:2b8b', 'transport-usb-id'],
  ['hid:2b8b:272g', 'transport-usb-id'],
])('refuses %s by name: %s', (text, expected) => {
  expect(code(text)).toBe(expected);
});

it('answers any text with an address or a named error', () => {
  const scheme = fc.constantFrom('', 'tcp://', 'serial:', 'hid:');
  fc.assert(
    fc.property(scheme, fc.string(), (start, rest) => {
      expect(code(start + rest)).toMatch(/^(ok|transport-[a-z-]+)$/);
    }),
  );
});
