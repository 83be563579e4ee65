import type { Operation } from '../../src/contracts/central/operations.ts';
import { sha256 } from '../secrets.ts';

/** JSON with the keys of every object in order: two writings of one body are one text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Tells whether a key comes with the same operation as before (409 `key-reused` where it does not). */
export const bodyDigest = (body: Operation): string => sha256(canonical(body));
