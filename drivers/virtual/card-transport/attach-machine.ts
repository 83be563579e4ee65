import type { DeviceTrouble } from '../../../src/ports/device-status.ts';
import { ok, type Result } from '../../../src/result.ts';
import type { ByteTransport } from '../../transport/byte-transport.ts';
import type { CrtDeviceWire, WireEnd } from './crt-device-wire.ts';

/** Lets a machine speak at the far end of a transport, over every opening of it. Returns the way to let go. */
export async function attachMachine(
  machine: { wire(end: WireEnd): CrtDeviceWire },
  transport: ByteTransport,
): Promise<Result<() => Promise<void>, DeviceTrouble>> {
  const opened = await transport.open();
  if (!opened.ok) return opened;
  const end: WireEnd = {
    send: (bytes) => void transport.write(bytes),
    drop: () => void transport.close(),
  };
  let wire = machine.wire(end);
  const stopData = transport.onData((bytes) => wire.receive(bytes));
  const stopClose = transport.onClose(() => {
    wire.detach();
    wire = machine.wire(end);
  });
  return ok(async () => {
    stopData();
    stopClose();
    wire.detach();
    await transport.close();
  });
}
