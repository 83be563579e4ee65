import { DeviceCommandError } from './error.ts';

/** What one way of finding devices came to: its devices, or why it could not look. */
type Found = readonly unknown[] | { readonly unavailable: string };

/** `device -- list`: what is plugged in. A look that fails is told beside the others, it does not spoil them. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  if (args.length > 0) throw new DeviceCommandError('usage', 'list takes no arguments');
  const [serialPorts, hidDevices, pcscReaders] = await Promise.all([
    look(listSerialPorts),
    look(listHidDevices),
    look(listPcscReaders),
  ]);
  return { serialPorts, hidDevices, pcscReaders };
}

async function look(find: () => Promise<readonly unknown[]>): Promise<Found> {
  try {
    return await find();
  } catch (cause) {
    return { unavailable: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function listSerialPorts(): Promise<readonly unknown[]> {
  const { SerialPort } = await import('serialport');
  const ports = await SerialPort.list();
  return ports.map(({ path, vendorId, productId, manufacturer }) => ({
    transport: `serial:${path}`,
    usb: vendorId && productId ? `${vendorId}:${productId}`.toLowerCase() : null,
    manufacturer: manufacturer ?? null,
  }));
}

const usbId = (id: number): string => id.toString(16).padStart(4, '0');

async function listHidDevices(): Promise<readonly unknown[]> {
  const { devicesAsync } = await import('node-hid');
  const devices = await devicesAsync();
  return devices.map(({ vendorId, productId, product, manufacturer, usagePage }) => ({
    transport: `hid:${usbId(vendorId)}:${usbId(productId)}`,
    product: product ?? null,
    manufacturer: manufacturer ?? null,
    usagePage: usagePage === undefined ? null : usbId(usagePage),
  }));
}

/** PC/SC has a process of its own, which the social card's command knows how to start. */
async function listPcscReaders(): Promise<readonly unknown[]> {
  const socialCard = await import('./social-card.ts');
  const { readers } = await socialCard.run(['readers']);
  if (!Array.isArray(readers)) throw new Error('the social card command lists no readers');
  return readers;
}
