import type { DocumentKind } from '../../src/identity/document.ts';

/** 128 UTF-16LE code units, padded with U+0020 (protocols 2.4). */
export const TEXT_BLOCK_BYTES = 256;
/** Byte offset of the unit that names the layout. */
export const TYPE_OFFSET = 248;

/** Byte offset and length of a field. */
export type FieldSpan = readonly [offset: number, bytes: number];

/** What stands at unit 248: resident cards leave it blank. */
export const TYPE_UNIT: Record<DocumentKind, string> = {
  'resident-id-card': ' ',
  'hmt-residence-permit': 'J',
  'foreigner-permit-2017': 'I',
  'foreigner-permit-2023': 'Y',
};

/** The number stands at the same place in all layouts but is shorter on the 2017 foreigner card. */
export const NUMBER_OFFSET = 122;

/** Table (a) of protocols 2.4; (b) and (d) keep its skeleton. */
export const RESIDENT_FIELDS = {
  name: [0, 30],
  sex: [30, 2],
  ethnicGroup: [32, 4],
  birthDate: [36, 16],
  address: [52, 70],
  number: [NUMBER_OFFSET, 36],
  issuer: [158, 30],
  validFrom: [188, 16],
  validTo: [204, 16],
} as const satisfies Record<string, FieldSpan>;

/** Table (b): what a Hong Kong, Macau or Taiwan residence permit adds. */
export const HMT_FIELDS = {
  permitNumber: [220, 18],
  issueCount: [238, 4],
} as const satisfies Record<string, FieldSpan>;

/** Table (c). The chip holds no issuer text, only the four-character code of the accepting authority. */
export const FOREIGNER_2017_FIELDS = {
  foreignName: [0, 120],
  sex: [120, 2],
  number: [NUMBER_OFFSET, 30],
  nationality: [152, 6],
  name: [158, 30],
  validFrom: [188, 16],
  validTo: [204, 16],
  birthDate: [220, 16],
  version: [236, 4],
  authority: [240, 8],
} as const satisfies Record<string, FieldSpan>;

/** Table (d): what differs from (a). The ethnic area and the travel-document area are unspecified: not read. */
export const FOREIGNER_2023_FIELDS = {
  foreignName: [52, 70],
  issueCount: [238, 4],
  nationality: [242, 6],
} as const satisfies Record<string, FieldSpan>;
