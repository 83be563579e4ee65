import { type CalendarDay, parseDay } from '../../src/calendar/calendar-day.ts';
import type { DocumentKind, IdentityDocument, Sex } from '../../src/identity/document.ts';
import { err, ok, type Result } from '../../src/result.ts';
import {
  type FieldSpan,
  FOREIGNER_2017_FIELDS,
  FOREIGNER_2023_FIELDS,
  HMT_FIELDS,
  NUMBER_OFFSET,
  RESIDENT_FIELDS,
  TEXT_BLOCK_BYTES,
  TYPE_OFFSET,
} from './text-layout.ts';

/** Why a block is of no known layout. The code never holds what the card says. */
export type TextBlockTrouble =
  | 'text-length'
  | 'unknown-layout'
  | 'broken-text'
  | 'broken-sex'
  | 'broken-ethnic-group'
  | 'broken-birth-date'
  | 'broken-valid-from'
  | 'broken-valid-to'
  | 'no-number';

/** Raised inside this file only, where a field does not fit its layout. */
class BrokenField extends Error {
  readonly code: TextBlockTrouble;
  constructor(code: TextBlockTrouble) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads the 256-byte text block in any of its four layouts (protocols 2.4). Only what the layout needs is checked
 * here; whether number, dates and sex agree is ID-4's matter.
 */
export function parseTextBlock(block: Uint8Array): Result<IdentityDocument, TextBlockTrouble> {
  if (block.length !== TEXT_BLOCK_BYTES) return err('text-length');
  const kind = layoutOf(block);
  if (kind === null) return err('unknown-layout');
  try {
    return ok(readDocument(kind, block));
  } catch (trouble) {
    if (trouble instanceof BrokenField) return err(trouble.code);
    throw trouble;
  }
}

/**
 * J, I and Y name their layouts. Blank is a resident card, unless the number's beginning tells otherwise (some
 * modules blank the reserved area). Any other letter is a document we do not know: it is refused rather than taken
 * for a resident card.
 */
function layoutOf(block: Uint8Array): DocumentKind | null {
  switch (unitAt(block, TYPE_OFFSET)) {
    case 'J':
      return 'hmt-residence-permit';
    case 'I':
      return 'foreigner-permit-2017';
    case 'Y':
      return 'foreigner-permit-2023';
    case ' ':
    case '\0':
      return layoutByNumber(block);
    default:
      return null;
  }
}

function layoutByNumber(block: Uint8Array): DocumentKind {
  const first = unitAt(block, NUMBER_OFFSET);
  if (first === '9') return 'foreigner-permit-2023';
  if (/^8[123]$/.test(first + unitAt(block, NUMBER_OFFSET + 2))) return 'hmt-residence-permit';
  return /\d/.test(first) ? 'resident-id-card' : 'foreigner-permit-2017';
}

function readDocument(kind: DocumentKind, block: Uint8Array): IdentityDocument {
  switch (kind) {
    case 'resident-id-card':
      return { kind, ...residentFields(block), ethnicGroup: ethnicGroup(block) };
    case 'hmt-residence-permit': {
      const permitNumber = text(block, HMT_FIELDS.permitNumber);
      const issueCount = text(block, HMT_FIELDS.issueCount);
      return {
        kind,
        ...residentFields(block),
        ...(permitNumber === '' ? {} : { permitNumber }),
        ...(issueCount === '' ? {} : { issueCount }),
      };
    }
    case 'foreigner-permit-2017':
      return foreigner2017(block);
    case 'foreigner-permit-2023': {
      const issueCount = text(block, FOREIGNER_2023_FIELDS.issueCount);
      return {
        kind,
        ...residentFields(block),
        address: '',
        foreignName: text(block, FOREIGNER_2023_FIELDS.foreignName),
        nationality: text(block, FOREIGNER_2023_FIELDS.nationality),
        ...(issueCount === '' ? {} : { issueCount }),
      };
    }
  }
}

const residentFields = (block: Uint8Array) => ({
  name: text(block, RESIDENT_FIELDS.name),
  sex: sex(block, RESIDENT_FIELDS.sex),
  ethnicGroup: null,
  birthDate: dayField(block, RESIDENT_FIELDS.birthDate, 'broken-birth-date'),
  address: text(block, RESIDENT_FIELDS.address),
  number: number(block, RESIDENT_FIELDS.number),
  issuer: text(block, RESIDENT_FIELDS.issuer),
  validFrom: dayField(block, RESIDENT_FIELDS.validFrom, 'broken-valid-from'),
  validTo: endDay(block, RESIDENT_FIELDS.validTo),
});

const foreigner2017 = (block: Uint8Array): IdentityDocument => ({
  kind: 'foreigner-permit-2017',
  name: text(block, FOREIGNER_2017_FIELDS.name),
  sex: sex(block, FOREIGNER_2017_FIELDS.sex),
  ethnicGroup: null,
  birthDate: dayField(block, FOREIGNER_2017_FIELDS.birthDate, 'broken-birth-date'),
  address: '',
  number: number(block, FOREIGNER_2017_FIELDS.number),
  issuer: text(block, FOREIGNER_2017_FIELDS.authority),
  validFrom: dayField(block, FOREIGNER_2017_FIELDS.validFrom, 'broken-valid-from'),
  validTo: endDay(block, FOREIGNER_2017_FIELDS.validTo),
  foreignName: text(block, FOREIGNER_2017_FIELDS.foreignName),
  nationality: text(block, FOREIGNER_2017_FIELDS.nationality),
});

const unitAt = (block: Uint8Array, offset: number): string =>
  String.fromCharCode((block[offset] ?? 0) | ((block[offset + 1] ?? 0) << 8));

/** A field without its padding. Broken surrogates and control characters mean that these are not the card's bytes. */
function text(block: Uint8Array, [offset, bytes]: FieldSpan): string {
  const value = decodePaddedText(block.subarray(offset, offset + bytes));
  if (value === null) throw new BrokenField('broken-text');
  return value;
}

/** UTF-16LE without trailing spaces or zeros; null where it is not text. Also the extra address (70 bytes). */
export function decodePaddedText(bytes: Uint8Array): string | null {
  const value = Buffer.from(bytes)
    .toString('utf16le')
    .replace(/[ \0]+$/, '');
  const isText = value.isWellFormed() && !/\p{Cc}/u.test(value);
  return isText ? value : null;
}

function number(block: Uint8Array, span: FieldSpan): string {
  const value = text(block, span);
  if (value === '') throw new BrokenField('no-number');
  return value;
}

function sex(block: Uint8Array, span: FieldSpan): Sex | null {
  switch (text(block, span)) {
    case '1':
      return 'male';
    case '2':
      return 'female';
    case '0':
    case '9':
      return null;
    default:
      throw new BrokenField('broken-sex');
  }
}

function ethnicGroup(block: Uint8Array): string | null {
  const value = text(block, RESIDENT_FIELDS.ethnicGroup);
  if (value === '') return null;
  if (!/^\d{2}$/.test(value)) throw new BrokenField('broken-ethnic-group');
  return value;
}

function dayField(block: Uint8Array, span: FieldSpan, code: TextBlockTrouble): CalendarDay {
  const value = text(block, span);
  const parsed = /^\d{8}$/.test(value) ? parseDay(value) : null;
  if (parsed === null) throw new BrokenField(code);
  return parsed;
}

const endDay = (block: Uint8Array, span: FieldSpan): CalendarDay | null =>
  text(block, span) === '长期' ? null : dayField(block, span, 'broken-valid-to');
