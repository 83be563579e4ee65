import { createHash } from 'node:crypto';
import type { IdentityDocument } from '../../../src/identity/document.ts';
import { PORTRAIT_BYTES } from '../../id-card/chip-data.ts';
import {
  type FieldSpan,
  FOREIGNER_2017_FIELDS,
  FOREIGNER_2023_FIELDS,
  HMT_FIELDS,
  RESIDENT_FIELDS,
  TEXT_BLOCK_BYTES,
  TYPE_OFFSET,
  TYPE_UNIT,
} from '../../id-card/text-layout.ts';

/** 35 UTF-16 units, as the address on the chip. */
const EXTRA_ADDRESS_BYTES = 70;
const TEMPLATE_BYTES = 512;
/** The version that 2017 foreigner cards carry. */
const FOREIGNER_2017_VERSION = '01';

/** UTF-16LE, padded with spaces; throws where the text does not fit, since cards are written by a program. */
function padded(value: string, bytes: number): Buffer {
  const encoded = Buffer.from(value, 'utf16le');
  if (encoded.length > bytes)
    throw new Error(`a field of ${bytes / 2} characters cannot hold ${value.length}`);
  return Buffer.concat([encoded, Buffer.from(' '.repeat((bytes - encoded.length) / 2), 'utf16le')]);
}

const digits = (day: string | null): string => day?.replaceAll('-', '') ?? '长期';

function sexUnit(document: IdentityDocument): string {
  if (document.sex === null) return '9';
  return document.sex === 'male' ? '1' : '2';
}

/** The 256-byte text block of a document, in the layout of its kind (protocols 2.4). */
export function textBlock(document: IdentityDocument): Uint8Array {
  const block = padded('', TEXT_BLOCK_BYTES);
  const put = ([offset, bytes]: FieldSpan, value: string) => block.set(padded(value, bytes), offset);
  put([TYPE_OFFSET, 2], TYPE_UNIT[document.kind]);
  if (document.kind === 'foreigner-permit-2017') {
    put(FOREIGNER_2017_FIELDS.foreignName, document.foreignName ?? '');
    put(FOREIGNER_2017_FIELDS.sex, sexUnit(document));
    put(FOREIGNER_2017_FIELDS.number, document.number);
    put(FOREIGNER_2017_FIELDS.nationality, document.nationality ?? '');
    put(FOREIGNER_2017_FIELDS.name, document.name);
    put(FOREIGNER_2017_FIELDS.birthDate, digits(document.birthDate));
    put(FOREIGNER_2017_FIELDS.version, FOREIGNER_2017_VERSION);
    put(FOREIGNER_2017_FIELDS.authority, document.issuer);
  } else {
    put(RESIDENT_FIELDS.name, document.name);
    put(RESIDENT_FIELDS.sex, sexUnit(document));
    put(RESIDENT_FIELDS.birthDate, digits(document.birthDate));
    put(RESIDENT_FIELDS.number, document.number);
    put(RESIDENT_FIELDS.issuer, document.issuer);
  }
  put(RESIDENT_FIELDS.validFrom, digits(document.validFrom));
  put(RESIDENT_FIELDS.validTo, digits(document.validTo));
  if (document.kind === 'resident-id-card') put(RESIDENT_FIELDS.ethnicGroup, document.ethnicGroup ?? '');
  if (document.kind === 'resident-id-card' || document.kind === 'hmt-residence-permit') {
    put(RESIDENT_FIELDS.address, document.address);
  }
  if (document.kind === 'hmt-residence-permit') {
    put(HMT_FIELDS.permitNumber, document.permitNumber ?? '');
    put(HMT_FIELDS.issueCount, document.issueCount ?? '');
  }
  if (document.kind === 'foreigner-permit-2023') {
    put(FOREIGNER_2023_FIELDS.foreignName, document.foreignName ?? '');
    put(FOREIGNER_2023_FIELDS.issueCount, document.issueCount ?? '');
    put(FOREIGNER_2023_FIELDS.nationality, document.nationality ?? '');
  }
  return new Uint8Array(block);
}

export const extraAddressBlock = (address: string): Uint8Array => padded(address, EXTRA_ADDRESS_BYTES);

/**
 * 1024 bytes that stand for the chip's picture. They are NOT WLT, which is proprietary: a SHA-256 counter stream of
 * the picture, so that the same picture always gives the same bytes and no decoder could read a face out of them.
 */
export function portraitChipBytes(picture: Uint8Array): Uint8Array {
  const seed = createHash('sha256').update(picture).digest();
  const bytes = new Uint8Array(PORTRAIT_BYTES);
  for (let at = 0; at < PORTRAIT_BYTES; at += seed.length) {
    bytes.set(createHash('sha256').update(seed).update(String(at)).digest(), at);
  }
  return bytes;
}

/** Fingers 11 and 16 (right and left thumb) at byte 5 of their templates; the rest is a counter, nobody's finger. */
export function fingerprintBytes(count: 0 | 1 | 2): Uint8Array {
  const bytes = new Uint8Array(count === 0 ? 0 : 2 * TEMPLATE_BYTES);
  for (let template = 0; template < count; template += 1) {
    const at = template * TEMPLATE_BYTES;
    for (let byte = 0; byte < TEMPLATE_BYTES; byte += 1) bytes[at + byte] = byte & 0xff;
    bytes[at + 4] = template === 0 ? 11 : 16;
  }
  return bytes;
}
