import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';

export type TransportAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'serial'; readonly path: string; readonly baudRate: number }
  | { readonly kind: 'hid'; readonly vendorId: number; readonly productId: number };

/** Default of the SAM_V module (protocols 2.1); other devices name theirs in the address. */
const DEFAULT_BAUD = 115_200;
const BAUD_RATES = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600];

const refuse = (code: string, message: string): Result<never, DeviceTrouble> =>
  err(deviceTrouble(code, message));

/**
 * Reads `tcp://host:port`, `serial:/dev/ttyS0?baud=115200` or `hid:2b8b:2721` (hexadecimal USB ids).
 * Fails with `transport-scheme`, `transport-host`, `transport-port`, `transport-device`, `transport-option`,
 * `transport-baud` or `transport-usb-id`.
 */
export function parseTransport(text: string): Result<TransportAddress, DeviceTrouble> {
  const match = /^([a-z]+):(.*)$/s.exec(text);
  switch (match?.[1]) {
    case 'tcp':
      return parseTcp(match[2] ?? '');
    case 'serial':
      return parseSerial(match[2] ?? '');
    case 'hid':
      return parseHid(match[2] ?? '');
    default:
      return refuse('transport-scheme', `not tcp://H:P, serial:PATH or hid:VID:PID: ${text}`);
  }
}

function parseTcp(rest: string): Result<TransportAddress, DeviceTrouble> {
  const match = /^\/\/(?:\[([0-9a-fA-F:.]+)\]|([^\s/:?#@[\]]*))(?::(\d*))?\/?$/.exec(rest);
  const host = match?.[1] ?? match?.[2] ?? '';
  if (host === '') return refuse('transport-host', `no host in tcp:${rest}`);
  const port = Number(match?.[3] || Number.NaN);
  if (!(port >= 1 && port <= 65_535))
    return refuse('transport-port', `no port from 1 to 65535 in tcp:${rest}`);
  return ok({ kind: 'tcp', host, port });
}

function parseSerial(rest: string): Result<TransportAddress, DeviceTrouble> {
  const [path = '', query = '', ...more] = rest.split('?');
  if (path === '' || /\s/.test(path)) return refuse('transport-device', `no device in serial:${rest}`);
  let baudRate = DEFAULT_BAUD;
  for (const [key, value] of new URLSearchParams(query)) {
    if (key !== 'baud') return refuse('transport-option', `serial knows only baud, not ${key}`);
    baudRate = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  }
  if (more.length > 0) return refuse('transport-option', `more than one ? in serial:${rest}`);
  if (!BAUD_RATES.includes(baudRate))
    return refuse('transport-baud', `baud must be one of ${BAUD_RATES.join(', ')}`);
  return ok({ kind: 'serial', path, baudRate });
}

function parseHid(rest: string): Result<TransportAddress, DeviceTrouble> {
  const match = /^([0-9a-fA-F]{4}):([0-9a-fA-F]{4})$/.exec(rest);
  if (!match)
    return refuse('transport-usb-id', `hid wants two 4-digit hexadecimal ids, as hid:2b8b:2721, not ${rest}`);
  return ok({
    kind: 'hid',
    vendorId: Number.parseInt(match[1] ?? '', 16),
    productId: Number.parseInt(match[2] ?? '', 16),
  });
}
