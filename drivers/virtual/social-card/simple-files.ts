import iconv from 'iconv-lite';
import { bytesFromHex } from '../../../src/card-keys/hex.ts';
import type { SocialSecurityCardSpec } from './card-spec.ts';

/** Records of one file by tag, in the order of their numbers. */
export type Records = ReadonlyMap<number, Uint8Array>;

const NAME_BYTES = 30;
const NAME_EXTENSION_BYTES = 20;

/** `cn`: packed digits, filled with F (protocols 1.2). */
function packed(digits: string, length: number): Uint8Array {
  return bytesFromHex(digits.padEnd(length * 2, 'F'), length) ?? new Uint8Array(length).fill(0xff);
}

/** `an`: bytes, filled with 00. */
function filled(bytes: Uint8Array, length: number): Uint8Array {
  const field = new Uint8Array(length);
  field.set(bytes.slice(0, length), 0);
  return field;
}

const characters = (text: string, length: number): Uint8Array =>
  filled(iconv.encode(text, 'gb18030'), length);

/** EF05, card issuer data (protocols 1.4). */
export function issuerRecords(spec: SocialSecurityCardSpec): Records {
  return new Map([
    [0x01, bytesFromHex(spec.cardId) ?? new Uint8Array(16)],
    [0x02, characters('3', 1)],
    [0x03, characters(spec.specVersion, 4)],
    [0x04, packed(`${spec.cardId.slice(0, 6)}000000000000000001`, 12)],
    [0x05, packed(spec.issuedOn, 4)],
    [0x06, packed(spec.expiresOn, 4)],
    [0x07, characters(spec.number, 9)],
  ]);
}

/** EF06, holder data; 1.0 has no 姓名扩展, and on later cards it may be missing. */
export function holderRecords(spec: SocialSecurityCardSpec): Records {
  const { holder } = spec;
  const name = iconv.encode(holder.name, 'gb18030');
  const hasExtension = spec.specVersion !== '1.00' && spec.nameExtension === 'present';
  return new Map([
    [0x08, characters(holder.socialSecurityNumber, 18)],
    [0x09, filled(name, NAME_BYTES)],
    ...(hasExtension ? [[0x4e, filled(name.slice(NAME_BYTES), NAME_EXTENSION_BYTES)] as const] : []),
    [0x0a, characters(holder.sex, 1)],
    [0x0b, packed(holder.ethnicGroup, 1)],
    [0x0c, packed(holder.birthPlace, 3)],
    [0x0d, packed(holder.birthDate, 4)],
  ]);
}
