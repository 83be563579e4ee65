import type { ResidentField } from '../../src/contracts/resident-field.ts';
import type { Catalogue } from '../texts/catalogue.ts';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_MONTH = /^(\d{4})-(\d{2})$/;
/** LOSS-2: a term of so many days, as the flow names it. */
const TERM_OF_DAYS = /^days-(\d+)$/;

/** A day or month as people say it; what is neither stands as it came. */
export function dayInWords(fields: Catalogue['fields'], value: string): string {
  const [, year, month, day] = ISO_DAY.exec(value) ?? [];
  const [, ofYear, inMonth] = ISO_MONTH.exec(value) ?? [];
  if (ofYear !== undefined) return fields.month(Number(ofYear), Number(inMonth));
  return year === undefined ? value : fields.day(Number(year), Number(month), Number(day));
}

/** Codes and days in words of the language; `from/to` of a validity as a sentence; anything else as it came. */
export function fieldValue(fields: Catalogue['fields'], field: ResidentField, value: string): string {
  if (field === 'document-validity' && value.includes('/')) {
    const [from = '', to = ''] = value.split('/');
    return fields.validity(dayInWords(fields, from), dayInWords(fields, to));
  }
  const term = field === 'loss-term' ? daysOfTerm(value) : null;
  if (term !== null) return fields.lossDays(term);
  return fields.values[field]?.[value] ?? dayInWords(fields, value);
}

/** Days of a term named `days-15`; null: no such term. */
export function daysOfTerm(value: string): number | null {
  const [, days] = TERM_OF_DAYS.exec(value) ?? [];
  return days === undefined ? null : Number(days);
}

/** `1500` fen → `15.00`, without floating point in between. */
export function yuanOf(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}
