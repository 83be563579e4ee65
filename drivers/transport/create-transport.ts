import type { Timers } from '../../src/ports/clock.ts';
import { unreachable } from '../../src/result.ts';
import type { ByteTransport } from './byte-transport.ts';
import { HidTransport } from './hid-transport.ts';
import { SerialTransport } from './serial-transport.ts';
import { TcpTransport } from './tcp-transport.ts';
import type { TransportAddress } from './transport-address.ts';

/** A closed transport for an address; `open` it. Only TCP needs time: it gives up connecting after 3 s. */
export function createTransport(address: TransportAddress, timers: Timers): ByteTransport {
  switch (address.kind) {
    case 'tcp':
      return new TcpTransport(address.host, address.port, timers);
    case 'serial':
      return new SerialTransport(address.path, address.baudRate);
    case 'hid':
      return new HidTransport(address.vendorId, address.productId);
    default:
      return unreachable(address);
  }
}
