import { unreachable } from '../../src/result.ts';
import type { Fingerprint } from './fingerprints.ts';
import type { HidSeen, PluggedIn, SerialSeen } from './plugged-in.ts';

/** An address where a device of the class may be; nobody asked it yet. */
export interface Suspect {
  readonly driver: string;
  readonly transport: string;
  readonly recognisedBy: string;
  /** What the bus calls it; '' where it has no name. */
  readonly name: string;
}

const usbId = (id: number): string => id.toString(16).padStart(4, '0');

/** A bus that can't be listed has nothing on it: the technician is told that nothing was found, and looks again. */
const listed = <T>(list: Promise<readonly T[]>): Promise<readonly T[]> => list.catch(() => []);

/** Everything plugged in that one of the fingerprints fits. */
export async function suspectsOf(
  fingerprints: readonly Fingerprint[],
  plugged: PluggedIn,
): Promise<Suspect[]> {
  const [hid, serial, readers] = await Promise.all([
    fingerprints.some(({ recognised }) => recognised.by === 'hid') ? listed(plugged.hid()) : [],
    fingerprints.some(({ recognised }) => /serial/.test(recognised.by)) ? listed(plugged.serial()) : [],
    fingerprints.some(({ recognised }) => recognised.by === 'reader-name') ? listed(plugged.readers()) : [],
  ]);
  return fingerprints.flatMap((fingerprint) => fitting(fingerprint, { hid, serial, readers }));
}

interface Seen {
  readonly hid: readonly HidSeen[];
  readonly serial: readonly SerialSeen[];
  readonly readers: readonly string[];
}

function fitting({ driver, recognised }: Fingerprint, { hid, serial, readers }: Seen): Suspect[] {
  const onPort = ({ path }: SerialSeen, baud: number, recognisedBy: string): Suspect => ({
    driver,
    transport: `serial:${path}?baud=${baud}`,
    recognisedBy,
    name: '',
  });
  switch (recognised.by) {
    case 'hid': {
      const { vendorId, productId } = recognised;
      const ids = `${usbId(vendorId)}:${usbId(productId)}`;
      const alike = hid.filter((one) => one.vendorId === vendorId && one.productId === productId);
      const [first] = alike;
      if (!first) return [];
      // Two of one model have one address; which of them answers nobody can say.
      const many = alike.length > 1 ? ` × ${alike.length}` : '';
      return [
        { driver, transport: `hid:${ids}`, recognisedBy: `hid ${ids}${many}`, name: first.product ?? '' },
      ];
    }
    case 'usb-serial': {
      const { vendorId, productId, baud } = recognised;
      return serial
        .filter(({ usb }) => usb?.vendorId === vendorId && (productId ?? usb.productId) === usb.productId)
        .map((port) => onPort(port, baud, `usb ${usbId(vendorId)}:${usbId(port.usb?.productId ?? 0)}`));
    }
    case 'plain-serial':
      return serial
        .filter(({ usb }) => usb === null)
        .map((port) => onPort(port, recognised.baud, 'its answer'));
    case 'reader-name':
      return readers
        .filter((name) => recognised.like.test(name) && !recognised.unlike.test(name))
        .map((name) => ({ driver, transport: `pcsc:${name}`, recognisedBy: 'pcscd', name }));
    default:
      return unreachable(recognised);
  }
}
