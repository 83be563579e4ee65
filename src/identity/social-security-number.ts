import { err, ok, type Result } from '../result.ts';
import type { IdentityDocument } from './document.ts';

/** Where a travel permit's holder is from; also the first three characters of the social security number. */
export type TravelPermitRegion = 'HKG' | 'MAC' | 'TWN';

export interface MalformedPermitNumber {
  readonly kind: 'malformed-permit-number';
}

/** The character between the region and the lifelong part is reserved and always zero (ID-7). */
const RESERVED = '0';

/**
 * Social security number of somebody who holds a travel permit only (ID-7). Hong Kong and Macau: characters 2-9
 * of the mainland travel permit (a letter, then eight lifelong digits; older permits add an issue count).
 * Taiwan: characters 1-8 of its permit (older permits are longer). Twelve characters in all.
 */
export function fromTravelPermit(
  region: TravelPermitRegion,
  permitNumber: string,
): Result<string, MalformedPermitNumber> {
  const shape = region === 'TWN' ? /^(\d{8})[0-9A-Z]{0,4}$/ : /^[A-Z](\d{8})\d{0,2}$/;
  const lifelong = shape.exec(permitNumber)?.[1];
  if (lifelong === undefined) return err({ kind: 'malformed-permit-number' });
  return ok(region + RESERVED + lifelong);
}

/**
 * Social security number of the holder of a checked document (ID-7). Residents and holders of a Hong Kong, Macau
 * or Taiwan residence permit: the 18-digit citizen number. Foreigners follow the national scheme, which the
 * measures name without printing it (M A5): the 18-digit number of the 2023 permit as it stands; the 2017
 * permit's three letters, the reserved zero, its twelve digits. Both foreigner forms want the office's word
 * before a pack opens those documents; no shipped pack does.
 */
export function socialSecurityNumberOf(document: Pick<IdentityDocument, 'kind' | 'number'>): string {
  switch (document.kind) {
    case 'resident-id-card':
    case 'hmt-residence-permit':
    case 'foreigner-permit-2023':
      return document.number;
    case 'foreigner-permit-2017':
      return document.number.slice(0, 3) + RESERVED + document.number.slice(3);
  }
}
