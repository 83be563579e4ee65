const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ADDRESS = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** Dotted numbers as 32 bits; null where it is no IPv4 address. */
export const ipNumber = (text: string): number | null =>
  ADDRESS.test(text) ? text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) : null;

interface Subnet {
  readonly own: number;
  /** First and last address: the net's name and its broadcast, no host has them. */
  readonly first: number;
  readonly last: number;
}

/** Reads `10.1.2.3/24`. Prefixes of 8 to 30 bits leave room for a kiosk and its gateway. */
function subnetOf(text: string): Subnet | null {
  const [address = '', prefix = '', ...more] = text.split('/');
  const own = ipNumber(address);
  if (own === null || more.length > 0 || !/^([89]|[12]\d|30)$/.test(prefix)) return null;
  const size = 2 ** (32 - Number(prefix));
  const first = Math.floor(own / size) * size;
  return { own, first, last: first + size - 1 };
}

const isHost = (address: number, { first, last }: Subnet): boolean => address > first && address < last;

/** Loopback, link-local, multicast and reserved ones are no address for a kiosk. */
const isUsable = (address: number): boolean => {
  const top = Math.floor(address / 2 ** 24);
  return top !== 0 && top !== 127 && top < 224 && Math.floor(address / 2 ** 16) !== 169 * 256 + 254;
};

/** A fixed address with its prefix that a host may have. */
export function isFixedAddress(text: string): boolean {
  const subnet = subnetOf(text);
  return subnet !== null && isUsable(subnet.own) && isHost(subnet.own, subnet);
}

/** Another host of the same net. */
export function isGatewayOf(gateway: string, address: string): boolean {
  const subnet = subnetOf(address);
  const number = ipNumber(gateway);
  return subnet !== null && number !== null && number !== subnet.own && isHost(number, subnet);
}

/** A server anywhere. */
export function isNameServer(text: string): boolean {
  const number = ipNumber(text);
  return number !== null && isUsable(number);
}
