import { isIPv6 } from 'node:net';

const GROUPS_OF_IPV6 = 8;
/** Whoever has one IPv6 address has the 2^64 of its network. */
const GROUPS_OF_NETWORK = 4;

/** What tries are counted by: an IPv4 address, or the /64 network of an IPv6 one. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return bare;
  // The one way to write it: small letters, no leading zeros, the longest row of zeros left out.
  const [head = '', tail = ''] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const written = [...(before ?? []), ...(after ?? [])].length;
  const zeros = Array<string>(GROUPS_OF_IPV6 - written).fill('0');
  return [...(before ?? []), ...zeros, ...(after ?? [])].slice(0, GROUPS_OF_NETWORK).join(':');
}
